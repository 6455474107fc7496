import type { Article } from '../article/document.ts';
import {
  type ArticleContext,
  LONG_START,
  readArticle,
  readArticleStart,
  readArticleSteps,
  runSteps,
  SHORT_START,
} from '../article/read-article.ts';
import { isoDate } from './date.ts';
import { sizeOf } from './file-read.ts';
import { type HeaderMap, textOf } from './header.ts';
import type { Found, Library } from './library.ts';
import { pageUrl } from './page-url.ts';
import type { Post } from './post.ts';
import { type PostText, readPost, readPostStart } from './read-post.ts';
import { NO_SITE, type Site } from './site.ts';
import { readGenerator, readSettings } from './site-config.ts';
import type { Generator } from './site-rules.ts';

/** What an article asks of the posts around it. */
export type Surroundings = Pick<Library, 'site' | 'find'>;

type Settings = { readonly fields: HeaderMap; readonly generator: Generator };

const settings = new WeakMap<Site, Settings>();

function settingsOf(site: Site): Settings {
  let known = settings.get(site);
  if (known === undefined) {
    known = { fields: readSettings(site.root), generator: readGenerator(site.root) };
    settings.set(site, known);
  }
  return known;
}

/** A post that lies or is named as Jekyll asks, or lies in no site, is taken for one of Jekyll's. */
const LIKE_JEKYLL = /(?:^|\/)(?:_posts|_drafts)\/|(?:^|\/)\d{4}-\d\d?-\d\d?-[^/]*$/;

/** Whether a header keeps Jekyll from looking for Liquid in its post. */
function refusesLiquid(fields: HeaderMap): boolean {
  return textOf(fields.get('render_with_liquid'))?.toLowerCase() === 'false';
}

function templatesOf(site: Site, post: Post, fields: HeaderMap): 'liquid' | 'shortcodes' {
  if (refusesLiquid(fields)) return 'shortcodes';
  const { generator } = settingsOf(site);
  if (generator === 'hugo' || generator === 'zola') return 'shortcodes';
  const foreign = generator === 'none' && site !== NO_SITE && !LIKE_JEKYLL.test(post.file);
  return foreign ? 'shortcodes' : 'liquid';
}

function plainTexts(fields: HeaderMap): Record<string, string> {
  const texts: Record<string, string> = Object.create(null);
  for (const [key, value] of fields) {
    const text = textOf(value);
    if (text !== null) texts[key] = text;
  }
  return texts;
}

/** Of several posts of one name the one in the folders that a reference has before it, as Jekyll chooses. */
function sameFolder(reference: string, found: Found): Post | undefined {
  if (found.found !== 'several') return undefined;
  const folderOf = (path: string) =>
    path
      .split('/')
      .slice(0, -1)
      .filter(part => part !== '' && part !== '_posts')
      .join('/');
  const folder = folderOf(reference);
  return found.posts.find(({ path }) => folderOf(path) === folder);
}

/**
 * What a post's body may ask: Liquid's `page` and `site` are its header and the site's configuration,
 * `post_url` and `link` are looked up among the posts.
 */
function contextOf(library: Surroundings, post: Post, text: PostText): ArticleContext {
  const { site } = library;
  const addressOf = (reference: string) => {
    const found = library.find(reference);
    const named = found.found === 'one' ? found.post : sameFolder(reference, found);
    return named === undefined ? undefined : site.baseurl + named.url;
  };
  const date: Record<string, string> = post.date === null ? {} : { date: isoDate(post.date) };
  const own = { title: post.title, url: post.url, path: post.path, id: post.id };
  const { title, url, baseurl } = site;
  return {
    page: { ...plainTexts(text.fields), ...date, ...own },
    site: { ...plainTexts(settingsOf(site).fields), title, url, baseurl },
    templates: templatesOf(site, post, text.fields),
    postUrl: addressOf,
    fileUrl: path => {
      const page = pageUrl(site.root, path);
      return addressOf(path.replace(/^\/+/, '')) ?? (page && site.baseurl + page);
    },
  };
}

/** Understands a post's body. */
export function articleOf(library: Surroundings, post: Post, text: PostText): Article {
  return readArticle(text.body, text.format, contextOf(library, post, text));
}

/** Reads a post and understands it. Throws `PostUnreadable`. */
export function readPostArticle(library: Surroundings, post: Post): Article {
  return articleOf(library, post, readPost(post));
}

/** An article as far as it is there, and the steps that make the whole of it if that is not all. */
export type Begun = {
  /** undefined: nothing of a long article can be shown before more of it has been read. */
  readonly article: Article | undefined;
  /** May give a longer beginning before the whole, and nothing where there can be a pause. */
  readonly rest?: Iterator<Article | undefined, Article, void>;
};

/** Bytes of a file from which its beginning is understood before the rest. */
const LONG_BYTES = 200_000;

/** Reads a post and understands it, of a long one the beginning alone. Throws `PostUnreadable`. */
export function beginPostArticle(library: Surroundings, post: Post): Begun {
  if (sizeOf(post.file) < LONG_BYTES) return { article: readPostArticle(library, post) };
  let text: PostText | undefined;
  const whole = (): PostText => {
    text ??= readPost(post);
    return text;
  };
  const wholeBody = (): string => whole().body;
  const start = readPostStart(post) ?? whole();
  const { format } = start;
  const context = contextOf(library, post, start);
  const from = (body: string, enough: number) =>
    readArticleStart(body, format, context, enough, wholeBody);
  const article = runSteps(from(start.body, SHORT_START));
  function* rest(): Iterator<Article | undefined, Article, void> {
    const body = wholeBody();
    yield;
    const longer = yield* from(body, LONG_START);
    if (longer !== undefined && longer.text.length > (article?.text.length ?? 0)) yield longer;
    return yield* readArticleSteps(body, format, context);
  }
  return { article, rest: rest() };
}
