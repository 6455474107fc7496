import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Modules that most commands stand on, bundled into one file which all of them load. */
export type SharedGroup = {
  /** Its file's name, without ending. */
  readonly name: string;
  /** Its modules, below `source/`, without ending. */
  readonly modules: readonly string[];
};

const width = 'width width-table graphemes';
const layout = [
  'fit kinsoku layout layout-blocks layout-context layout-insertions layout-leaf layout-lines',
  'layout-rows layout-text line-break line-break-rules table-layout table-layout-columns',
  'table-layout-grid wrap wrap-boxes wrap-split wrap-url wrap-words',
].join(' ');
const posts = [
  'category-label category-page check-text civil date decode defaults fault file-name file-post',
  'file-read find-root find-site glob header header-block header-read header-recover header-scan',
  'page-url permalink post-build post-categories post-date post-faults post-ids post-input',
  'post-place post-url read-head read-post return-links site site-config site-rules slug',
  'trim-slashes written-date written-day zone',
].join(' ');

function below(folder: string, names: string): readonly string[] {
  return names.split(' ').map(name => `${folder}/${name}`);
}

/**
 * What would otherwise be in nearly every file of the program, the greater half of each. A module
 * may be in two groups: who lays out articles finds the widths there as well and loads one file less.
 */
export const sharedGroups: readonly SharedGroup[] = [
  { name: 'posts', modules: ['article/sanitise', ...below('library', posts)] },
  { name: 'width', modules: below('article', width) },
  { name: 'layout', modules: below('article', `${layout} ${width}`) },
];

/** The values that a module exports, as this project writes its modules. */
function exportedNames(text: string): readonly string[] {
  const declared = text.matchAll(
    /^export (?:async )?(?:const|let|class|function\*?) (?:\{([^}]*)\}|([\w$]+))/gm,
  );
  return [...declared].flatMap(([, several, one]) =>
    several === undefined ? [one ?? ''] : several.split(',').map(name => name.trim()),
  );
}

/** A module that exports what all modules of a group do; esbuild refuses one name of two of them. */
export function groupModule({ modules }: SharedGroup, source: string): string {
  return modules
    .filter(module => existsSync(join(source, `${module}.ts`)))
    .map(module => {
      const names = exportedNames(readFileSync(join(source, `${module}.ts`), 'utf8'));
      return `export { ${names.join(', ')} } from './${module}.ts';`;
    })
    .join('\n');
}
