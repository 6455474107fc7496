/** Jekyll's own scenarios (Cucumber), as far as they tell of posts: which files there are, and what is expected of them. */

export type Scenario = {
  readonly name: string;
  /** The files of the site, by path. */
  readonly files: ReadonlyMap<string, string>;
  readonly drafts: boolean;
  /** Texts that pages of the built site hold. */
  readonly seen: readonly { readonly text: string; readonly page: string }[];
  readonly existing: readonly string[];
  readonly absent: readonly string[];
  /** Whether Jekyll refuses to build the site. */
  readonly fails: boolean;
};

type Step = { readonly text: string; readonly table: readonly string[][]; readonly doc: string };

function cellsOf(line: string): string[] {
  return line
    .trim()
    .slice(1, -1)
    .split('|')
    .map(cell => cell.trim());
}

function stepsOf(lines: readonly string[]): readonly Step[] {
  const steps: { text: string; table: string[][]; doc: string }[] = [];
  let doc: string[] | null = null;
  let indent = 0;
  for (const line of lines) {
    const trimmed = line.trim();
    const step = steps.at(-1);
    if (trimmed === '"""') {
      if (doc !== null && step !== undefined)
        step.doc = doc.map(one => one.slice(indent)).join('\n');
      doc = doc === null ? [] : null;
      indent = line.indexOf('"');
    } else if (doc !== null) doc.push(line);
    else if (trimmed.startsWith('|')) step?.table.push(cellsOf(line));
    else if (/^(?:Given|When|Then|And|But) /.test(trimmed))
      steps.push({ text: trimmed.replace(/^\w+ /, ''), table: [], doc: '' });
  }
  return steps;
}

function rowsOf(table: readonly string[][]): readonly ReadonlyMap<string, string>[] {
  const [keys = [], ...rows] = table;
  return rows.map(row => new Map(keys.map((key, at) => [key, row[at] ?? ''])));
}

function slugOf(title: string): string {
  return title.toLowerCase().replace(/[^\w]/g, ' ').trim().replace(/\s+/g, '-');
}

/** A file as Jekyll's steps write it from a row: every cell but the content is a line of the header. */
function fileOf(row: ReadonlyMap<string, string>): string {
  const header = [...row]
    .filter(([key]) => key !== 'content')
    .map(([key, value]) => `${key}: ${value}`);
  return `---\n${header.join('\n')}\n---\n\n${row.get('content') ?? ''}\n`;
}

const unquote = (text: string) => text.replace(/\\(["\\])/g, '$1');
const POSTS =
  /^I have the following (post|draft)s?(?: (in|under|within the) "([^"]+)"(?: directory)?)?:$/;
const PAGE =
  /^I have an? "([^"]*)" page(?: with ([\w ]+) "((?:\\.|[^"\\])*)")? that contains "((?:\\.|[^"\\])*)"$/;
const FILE = /^I have an? "([^"]*)" file that contains "((?:\\.|[^"\\])*)"$/;
const CONTENT = /^I have an? "([^"]*)" (file|page) with content:$/;
const SEEN = /^I should see (["'])(.*)\1 in "([^"]*)"$/;

function scenarioOf(name: string, lines: readonly string[]): Scenario {
  const files = new Map<string, string>();
  const config: string[] = [];
  const seen: { text: string; page: string }[] = [];
  const existing: string[] = [];
  const absent: string[] = [];
  let drafts = false;
  let fails = false;
  for (const { text, table, doc } of stepsOf(lines)) {
    const posts = POSTS.exec(text);
    const page = PAGE.exec(text);
    const file = FILE.exec(text);
    const content = CONTENT.exec(text);
    const set = /^I have a configuration file with "([^"]*)" set to "(.*)"$/.exec(text);
    const list = /^I have a configuration file with "([^"]*)" set to:$/.exec(text);
    const sees = SEEN.exec(text);
    const exists = /^the "_site\/([^"]*)" file should (not )?exist$/.exec(text);
    if (posts !== null) {
      const [, status, where, folder = ''] = posts;
      for (const row of rowsOf(table)) {
        const day = (row.get('date') ?? '').slice(0, 10);
        const stem = slugOf(row.get('title') ?? '');
        const ending = row.get('type') ?? 'markdown';
        const leaf = status === 'draft' ? `${stem}.${ending}` : `${day}-${stem}.${ending}`;
        const holder = status === 'draft' ? '_drafts' : '_posts';
        const parts = where === 'under' ? [holder, folder, leaf] : [folder, holder, leaf];
        files.set(parts.filter(part => part !== '' && part !== '.').join('/'), fileOf(row));
      }
    } else if (page !== null) {
      const [, path = '', key, value, body = ''] = page;
      const header = key === undefined ? '' : `${key}: ${unquote(value ?? '')}\n`;
      files.set(path, `---\n${header}---\n\n${unquote(body)}\n`);
    } else if (file !== null) files.set(file[1] ?? '', unquote(file[2] ?? ''));
    else if (content !== null)
      files.set(content[1] ?? '', content[2] === 'page' ? `---\n---\n\n${doc}\n` : doc);
    else if (set !== null)
      config.push(`${set[1]}: ${set[2]?.startsWith('[') ? set[2] : JSON.stringify(set[2])}`);
    else if (list !== null) {
      config.push(`${list[1]}:`, ...table.slice(1).map(([value]) => `- ${JSON.stringify(value)}`));
    } else if (/^I have a configuration file with:$/.test(text)) {
      for (const [key, value] of table.slice(1)) config.push(`${key}: ${value}`);
    } else if (sees?.[3]?.startsWith('_site/'))
      seen.push({ text: unquote(sees[2] ?? ''), page: sees[3].slice('_site/'.length) });
    else if (exists !== null) (exists[2] === undefined ? existing : absent).push(exists[1] ?? '');
    else if (/^I run jekyll build.*--drafts/.test(text)) drafts = true;
    else if (/non-zero exit status|_site directory should not exist/.test(text)) fails = true;
  }
  if (config.length > 0) files.set('_config.yml', `${config.join('\n')}\n`);
  return { name, files, drafts, seen, existing, absent, fails };
}

/** The scenarios of a feature file; an outline once for each of its examples. */
export function scenariosOf(feature: string): readonly Scenario[] {
  return feature
    .split(/^ *(?=Scenario(?: Outline)?:)/m)
    .slice(1)
    .flatMap(part => {
      const [title = '', ...lines] = part.split('\n');
      const name = title.replace(/^Scenario(?: Outline)?: /, '').trim();
      const at = lines.findIndex(line => line.trim() === 'Examples:');
      if (at === -1) return [scenarioOf(name, lines)];
      const table = lines
        .slice(at + 1)
        .filter(line => line.trim().startsWith('|'))
        .map(cellsOf);
      return rowsOf(table).map(example => {
        const fill = (line: string) =>
          line.replace(/<(\w+)>/g, (all, key) => example.get(key) ?? all);
        return scenarioOf(
          `${name} (${[...example.values()].join(', ')})`,
          lines.slice(0, at).map(fill),
        );
      });
    });
}
