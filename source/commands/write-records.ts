import { ambiguousWidth } from './columns.ts';
import type { Context, ExitCode } from './context.ts';
import { jsonText } from './json-text.ts';
import { fieldText, type PlainRecord } from './plain-record.ts';
import { parseTemplate } from './template.ts';

/** How the things a command finds are printed. */
export type Forms<Item> = {
  /** The keys of a record, in order. */
  readonly fields: readonly string[];
  readonly record: (item: Item) => PlainRecord;
  /** For people: one line or several, without the LF or NUL at its end. */
  readonly line: (item: Item) => string;
};

async function* writeJson<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  record: (item: Item) => PlainRecord,
  end: string,
): AsyncGenerator<string, number> {
  let count = 0;
  for await (const item of items) {
    yield `${count === 0 ? '[' : ',\n'}${jsonText(record(item))}`;
    count += 1;
  }
  yield `${count === 0 ? '[' : ''}]${end}`;
  return count;
}

/** How one item is printed in the form asked for, or what is wrong with that form. */
function itemWriter<Item>(
  context: Context,
  { fields, record, line }: Forms<Item>,
): ((item: Item) => string) | { readonly message: string } {
  const { form, format = '' } = context.options;
  if (form === 'jsonl') return item => jsonText(record(item));
  if (form === 'tsv') return item => Object.values(record(item)).map(fieldText).join('\t');
  if (form !== 'format') return line;
  const parsed = parseTemplate(format, fields, ambiguousWidth(context));
  return parsed.ok ? item => parsed.template(record(item)) : { message: parsed.message };
}

/**
 * Prints items one by one, as they come, in the form the options ask for. The exit code is 1 if
 * there were none, 2 if the template is wrong.
 */
export async function* writeRecords<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  context: Context,
  forms: Forms<Item>,
): AsyncGenerator<string, ExitCode> {
  const { options, warn } = context;
  const end = options.null ? '\0' : '\n';
  if (options.form === 'json') {
    return (yield* writeJson(items, forms.record, end)) === 0 ? 1 : 0;
  }
  const write = itemWriter(context, forms);
  if (typeof write !== 'function') {
    warn(`--format: ${write.message}`);
    return 2;
  }
  let code: ExitCode = 1;
  for await (const item of items) {
    yield `${write(item)}${end}`;
    code = 0;
  }
  return code;
}
