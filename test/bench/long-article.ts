/** Reads 10 MB of article, lays out all of it, and prints what that took: milliseconds, most kB. */
import { layoutArticle } from '../../source/article/layout.ts';
import { readArticle } from '../../source/article/read-article.ts';
import { nowhere, optionsFor } from '../article/make-article.ts';
import { chinese, repeated } from './texts.ts';

const body = repeated(chinese, 10e6);
const begin = performance.now();
layoutArticle(readArticle(body, 'markdown', nowhere), optionsFor(72)).count();
const milliseconds = performance.now() - begin;
console.log(JSON.stringify({ milliseconds, kilobytes: process.resourceUsage().maxRSS }));
