/** Opens the post it is given as the reader does, up to the first screen; tells what that cost. */

import { readFilePost } from '../../source/library/file-post.ts';
import { siteOfFile } from '../../source/library/find-site.ts';
import { openLibrary } from '../../source/library/open-library.ts';
import {
  layoutPage,
  readingMinutes,
  readPostArticle,
} from '../../source/reader/data/article-desk.ts';
import { headingText } from '../../source/reader/data/page-heading.ts';
import { messagesFor } from '../../source/reader/words/messages-for.ts';
import { readerSettings } from '../helpers/reader-settings.ts';

const [file = ''] = process.argv.slice(2);
const before = process.cpuUsage();
const { site, post } = await readFilePost(file, siteOfFile(file));
const article = readPostArticle(openLibrary(site), post);
const messages = messagesFor('en');
const how = { width: 72, links: 'numbered', hang: false } as const;
const heading = headingText(post, '', '', messages);
const page = layoutPage(
  article,
  post,
  heading,
  readingMinutes(article.text),
  how,
  readerSettings,
  messages,
);
page.lines(0, 50);
const { user, system } = process.cpuUsage(before);
const { maxRSS } = process.resourceUsage();
process.stdout.write(
  JSON.stringify({ milliseconds: (user + system) / 1000, megabytes: maxRSS / 1024 }),
);
