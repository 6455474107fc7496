import { relative } from 'node:path';
import { isoDate } from '../library/date.ts';
import { labelOf } from '../library/label-of.ts';
import type { Library } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import type { Marks } from '../marks/open-marks.ts';
import type { PlainRecord } from './plain-record.ts';

/**
 * How to open a file from the current folder: the shorter of its relative and its full path; `-`
 * alone stays what it means to every command, standard input.
 */
export function openablePath(file: string, cwd: string): string {
  const path = relative(cwd, file);
  if (path.length > file.length) return file;
  return path.startsWith('-') && path !== '-' ? `./${path}` : path;
}

/** What is known of a post without its body, as the contract has it. */
export function postRecord(post: Post, library: Library, marks: Marks, cwd: string): PlainRecord {
  return {
    id: post.id,
    title: post.title,
    date: post.date === null ? null : isoDate(post.date),
    categories: post.categories,
    label: labelOf(post, library),
    tags: post.tags,
    url: post.url,
    path: openablePath(post.file, cwd),
    read: marks.isRead(post.path),
    starred: marks.isStarred(post.path),
    faults: post.faults.map(({ line, fault, message }) => ({ line, fault, message })),
  };
}
