import type { Article } from '../article/document.ts';
import { readArticle } from '../article/read-article.ts';
import { isoDate } from './date.ts';
import { type HeaderMap, textOf } from './header.ts';
import type { Library } from './library.ts';
import type { Post } from './post.ts';
import { type PostText, readPost } from './read-post.ts';
import type { Site } from './site.ts';
import { readSettings } from './site-config.ts';

/** What an article asks of the posts around it. */
export type Surroundings = Pick<Library, 'site' | 'find'>;

const settings = new WeakMap<Site, HeaderMap>();

function settingsOf(site: Site): HeaderMap {
  let known = settings.get(site);
  if (known === undefined) {
    known = readSettings(site.root);
    settings.set(site, known);
  }
  return known;
}

function plainTexts(fields: HeaderMap): Record<string, string> {
  const texts: Record<string, string> = Object.create(null);
  for (const [key, value] of fields) {
    const text = textOf(value);
    if (text !== null) texts[key] = text;
  }
  return texts;
}

/**
 * Understands a post's body: Liquid's `page` and `site` are its header and the site's
 * configuration, `post_url` and `link` are looked up among the posts.
 */
export function articleOf(library: Surroundings, post: Post, text: PostText): Article {
  const { site } = library;
  const addressOf = (reference: string) => {
    const found = library.find(reference);
    return found.found === 'one' ? site.baseurl + found.post.url : undefined;
  };
  const date: Record<string, string> = post.date === null ? {} : { date: isoDate(post.date) };
  const own = { title: post.title, url: post.url, path: post.path, id: post.id };
  const { title, url, baseurl } = site;
  return readArticle(text.body, text.format, {
    page: { ...plainTexts(text.fields), ...date, ...own },
    site: { ...plainTexts(settingsOf(site)), title, url, baseurl },
    postUrl: addressOf,
    fileUrl: path => addressOf(path.replace(/^\/+/, '')),
  });
}

/** Reads a post and understands it. Throws `PostUnreadable`. */
export function readPostArticle(library: Surroundings, post: Post): Article {
  return articleOf(library, post, readPost(post));
}
