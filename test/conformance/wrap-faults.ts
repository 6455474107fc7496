/**
 * Tells every fault that the judge still counts in the corpora, with its proof, on standard error,
 * and on standard output what `wrap-accepted.ts` lists.
 * `node --import ./test/helpers/register.ts test/conformance/wrap-faults.ts [CORPUS…]`
 */
import { join } from 'node:path';
import { leftOut, sharedFolder } from '../helpers/shared.ts';
import { accepted, unprovable } from './wrap-accepted.ts';
import { faultKinds, faultsOf, judge, postFiles, type Verdict, worksOf } from './wrap-judge.ts';

const widths = [20, 33, 40, 60, 72, 80, 120];
function told(verdict: Verdict): string[] {
  return faultKinds.flatMap(fault =>
    faultsOf(verdict, fault).all === 0
      ? []
      : (verdict.told[fault] ?? verdict.samples[fault] ?? []).map(what =>
          [verdict.name, verdict.width, fault, what.replace(/\s+/g, ' ')].join('\t'),
        ),
  );
}

/** `strict 20:2 33:1, broken 20:1`, of all verdicts on a file. */
function written(verdicts: readonly Verdict[], name: string): string {
  const kinds = faultKinds.map(fault => {
    const counts = verdicts
      .filter(verdict => !unprovable[name]?.faults.includes(`${fault} ${verdict.width}:`))
      .map(verdict => ({ width: verdict.width, all: faultsOf(verdict, fault).all }))
      .filter(({ all }) => all > 0);
    return counts.length === 0
      ? ''
      : `${fault} ${counts.map(({ width, all }) => `${width}:${all}`).join(' ')}`;
  });
  return kinds.filter(kind => kind !== '').join(', ');
}

const corpora = sharedFolder('corpora');
const judges = sharedFolder('judges');
if (corpora === undefined || judges === undefined) throw new Error(leftOut);
const names = process.argv.slice(2);
for (const corpus of names.length > 0 ? names : Object.keys(accepted)) {
  const folder = join(corpora, corpus);
  const files = postFiles(folder);
  const works = files.flatMap(file => worksOf(join(folder, file), file, widths));
  const verdicts = judge(join(judges, 'wrapcheck.py'), works);
  for (const verdict of verdicts) for (const line of told(verdict)) console.error(line);
  console.log(`  '${corpus}': {`);
  for (const file of files) {
    const own = verdicts.filter(({ name }) => name === file);
    const list = written(own, file);
    if (list !== '') console.log(`    '${file}':\n      '${list}',`);
  }
  console.log('  },');
}
