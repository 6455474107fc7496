import { cleanField } from '../article/sanitise.ts';
import { faultOf } from './fault.ts';
import type { FileName } from './file-name.ts';
import { isList, isMap, textOf } from './header.ts';
import type { Fault } from './post.ts';
import type { BuildRules, Fields, ReadHeader } from './post-input.ts';
import type { Candidate } from './post-place.ts';

const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;
const NAME_FORM = 'the name has no form YEAR-MONTH-DAY-title, so Jekyll drops the file';

/** What is wrong with a post's header, title and name; its date's faults are told by `dateOf`. */
export function faultsOf(
  file: Candidate,
  name: FileName,
  fields: Fields,
  read: ReadHeader,
  site: BuildRules,
): readonly Fault[] {
  const faults: Fault[] = [...read.header.faults];
  const add = (fault: string, key: string, message: string) =>
    faults.push(faultOf(fault, read.lineOf(key), message));
  if (!read.found && faults.length === 0)
    faults.push(faultOf('no-header', 1, 'the file has no header'));
  for (const key of ['title', 'date']) {
    const value = fields(key);
    if (isList(value)) add('value-not-text', key, `"${key}" is a list, not text`);
    if (isMap(value)) add('value-not-text', key, `"${key}" is a map, not text`);
  }
  const title = textOf(fields('title')) ?? '';
  if (CONTROL.test(title.trimEnd()))
    add('control-character', 'title', 'the title holds control characters');
  if (read.found && cleanField(title) === '')
    add('title-missing', 'title', 'the header has no title');
  const needsDate = site.rules.generator !== 'hexo' && file.folders[0] !== 'source';
  if (file.kind === 'post' && !name.dated && needsDate)
    faults.push(faultOf('name-invalid', 1, NAME_FORM));
  return faults;
}
