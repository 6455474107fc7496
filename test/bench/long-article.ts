/** Reads 10 MB of article, lays out all of it, and prints the most memory that took, in kB. */
import { layoutArticle } from '../../source/article/layout.ts';
import { readArticle } from '../../source/article/read-article.ts';
import { optionsFor } from '../article/make-article.ts';
import { chinese, repeated } from './texts.ts';

const nowhere = { page: {}, site: {}, postUrl: () => undefined, fileUrl: () => undefined };
const article = readArticle(repeated(chinese, 10e6), 'markdown', nowhere);
layoutArticle(article, optionsFor(72)).count();
console.log(process.resourceUsage().maxRSS);
