import { padText } from '../article/width.ts';
import { nearestName } from '../system/nearest-name.ts';
import { fieldText, type PlainRecord } from './plain-record.ts';
import { commandTable } from './table.ts';

/** Gives the text of a record under a template. */
export type Template = (record: PlainRecord) => string;

export type ParsedTemplate =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly message: string };

/** Parts of an RFC 3339 date by strftime's letters; the wall clock is the one the date carries. */
function datePart(letter: string, date: RegExpExecArray): string {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', zone = ''] = date;
  const parts: Readonly<Record<string, string>> = {
    Y: year,
    y: year.slice(-2),
    m: month,
    d: day,
    e: day.replace(/^0/, ' '),
    H: hour,
    M: minute,
    S: second,
    z: zone.replace(':', ''),
    F: `${year}-${month}-${day}`,
    T: `${hour}:${minute}:${second}`,
    R: `${hour}:${minute}`,
    '%': '%',
  };
  return parts[letter] ?? `%${letter}`;
}

function formatDate(text: string, pattern: string): string {
  const date = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(.*)$/.exec(text);
  if (date === null) return text;
  return pattern.replace(/%(.)/gs, (_, letter: string) => datePart(letter, date));
}

function field(name: string, spec: string, ambiguous: 1 | 2): Template | undefined {
  const text: Template = record => fieldText(record[name]);
  if (spec === '') return text;
  if (spec.includes('%')) return record => formatDate(text(record), spec);
  if (!/^\d{1,4}$/.test(spec)) return undefined;
  const width = Number(spec);
  return record => padText(text(record), width, ambiguous);
}

/** What somebody may have meant who named no field of these. */
function fieldHint(name: string, fields: readonly string[]): string {
  const all = `there are ${fields.join(' ')}`;
  const other = commandTable.find(entry => entry.fields.includes(name));
  if (other !== undefined) return `, which kanbao ${other.name} has; here ${all}`;
  const near = nearestName(name, fields);
  return near === undefined ? `; ${all}` : `; did you mean ${near}?`;
}

const literals: Readonly<Record<string, string>> = {
  '{{': '{',
  '}}': '}',
  '\\t': '\t',
  '\\n': '\n',
  '\\\\': '\\',
};

/**
 * Reads a template: `{name}` is a field, `{date:%Y-%m-%d}` a date by strftime's letters
 * (`Y y m d e H M S z F T R`), `{title:40}` a field cut and padded to 40 cells; `\t`, `\n` and `\\` are TAB, LF
 * and a backslash, `{{` and `}}` braces.
 *
 * @param fields The names that a record has.
 * @param ambiguous Cells of an East Asian Ambiguous character.
 */
export function parseTemplate(
  text: string,
  fields: readonly string[],
  ambiguous: 1 | 2 = 1,
): ParsedTemplate {
  const parts: Template[] = [];
  const tokens = /\{\{|\}\}|\\[tn\\]|\{([^{}:]*)(?::([^{}]*))?\}|[^{}\\]+|[\s\S]/g;
  for (const [token, name, spec = ''] of text.matchAll(tokens)) {
    if (name !== undefined) {
      if (!fields.includes(name)) {
        return { ok: false, message: `no field ${JSON.stringify(name)}${fieldHint(name, fields)}` };
      }
      const part = field(name, spec, ambiguous);
      if (part === undefined) {
        return { ok: false, message: `{${name}:${spec}} is neither a width nor a date's pattern` };
      }
      parts.push(part);
      continue;
    }
    const literal = literals[token] ?? token;
    parts.push(() => literal);
  }
  return { ok: true, template: record => parts.map(part => part(record)).join('') };
}
