import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postFields } from '../../source/commands/fields.ts';
import { parseTemplate } from '../../source/commands/template.ts';

const record = {
  id: '2022-03-11-a',
  title: '海港三月吞吐量创新高',
  date: '2022-03-11T09:07:03+08:00',
  tags: ['海港新闻', 'GDP'],
  read: false,
  faults: [{ line: 3, fault: 'date-invalid' }],
};
const fields = Object.keys(record);

function filled(template: string, values: Readonly<Record<string, unknown>> = record): string {
  const parsed = parseTemplate(template, fields);
  assert.ok(parsed.ok, parsed.ok ? '' : parsed.message);
  return parsed.template(values);
}

test('fields stand where their names are', () => {
  assert.equal(filled('{id} {title}'), '2022-03-11-a 海港三月吞吐量创新高');
  assert.equal(filled('plain cat at nt'), 'plain cat at nt');
});

test('a field that only another command has is told with that command, a misspelt one with the nearest', () => {
  const fault = (template: string) => {
    const parsed = parseTemplate(template, postFields);
    return parsed.ok ? '' : parsed.message;
  };
  const here = `here there are ${postFields.join(' ')}`;
  assert.equal(fault('{words}'), `no field "words", which kanbao cat has; ${here}`);
  assert.equal(fault('{snippet}'), `no field "snippet", which kanbao search has; ${here}`);
  assert.equal(fault('{titel}'), 'no field "titel"; did you mean title?');
});

test('lists are divided by commas, truth is a word, and parts are JSON', () => {
  assert.equal(filled('{tags} {read}'), '海港新闻,GDP false');
  assert.equal(filled('{faults}'), '[{"line":3,"fault":"date-invalid"}]');
});

test('dates go by the letters of strftime and the clock they carry', () => {
  assert.equal(filled('{date}'), '2022-03-11T09:07:03+08:00');
  assert.equal(filled('{date:%Y-%m-%d %H:%M}'), '2022-03-11 09:07');
  assert.equal(filled('{date:%F %T %z 100%%}'), '2022-03-11 09:07:03 +0800 100%');
});

test('an undated post has an empty date in every pattern', () => {
  assert.equal(filled('{date}|{date:%Y}', { ...record, date: null }), '|');
});

test('a width cuts and pads by cells', () => {
  assert.equal(filled('{title:9}|'), '海港三月…|');
  assert.equal(filled('{id:14}|'), '2022-03-11-a  |');
});

test('braces and backslashes can be written', () => {
  assert.equal(filled('{{{id}}}'), '{2022-03-11-a}');
  assert.equal(filled('a\\tb\\nc\\\\t'), 'a\tb\nc\\t');
  assert.equal(filled('C:\\x }'), 'C:\\x }');
});

test('an unknown field is named with the nearest known one', () => {
  const parsed = parseTemplate('{titel}', fields);
  assert.deepEqual(parsed, { ok: false, message: 'no field "titel"; did you mean title?' });
  assert.ok(!parseTemplate('{}', fields).ok);
  assert.ok(!parseTemplate('{constructor}', fields).ok);
});

test('what is neither a width nor a pattern is refused', () => {
  assert.deepEqual(parseTemplate('{title:wide}', fields), {
    ok: false,
    message: "{title:wide} is neither a width nor a date's pattern",
  });
});

test('control characters in a field never come out', () => {
  const evil = { ...record, title: 'a\u001b[31m\nb\u009bc\td' };
  assert.doesNotMatch(filled('{title}|{title:20}', evil), /[\u0000-\u001f\u007f-\u009f]/);
});
