/** What stands in an element when Markdown is asked for within it, as kramdown has it. */
export type ContentModel = 'block' | 'span' | 'raw' | 'unknown';

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

const BLOCK_CONTENT = names(
  `address applet article aside blockquote body center dd details div dl fieldset figcaption figure
  footer form header hgroup iframe li main map menu nav noscript object ol section summary table
  tbody td tfoot thead tr ul`,
);

const SPAN_CONTENT = names(
  `a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend
  mark optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt u`,
);

const RAW_CONTENT = names('code kbd math option pre samp script style svg textarea var');

/** Elements that stand within a line of text. */
const SPAN_ELEMENTS = names(
  `a abbr acronym b bdo big br button cite code del dfn em i img input ins kbd label mark option q
  rb rbc rp rt rtc ruby s samp select small span strike strong sub sup tt u var wbr font`,
);

const OTHER_BLOCKS = names('audio canvas col colgroup dir embed hr param source track video');

/** Elements that have no content and no end tag. */
export const VOID_ELEMENTS = names(
  'area base br col embed hr img input link meta param source track wbr',
);

/** What an element holds; `unknown` for names that HTML has not. */
export function contentModel(name: string): ContentModel {
  if (BLOCK_CONTENT.has(name)) return 'block';
  if (RAW_CONTENT.has(name)) return 'raw';
  if (SPAN_CONTENT.has(name) || SPAN_ELEMENTS.has(name) || OTHER_BLOCKS.has(name)) return 'span';
  return 'unknown';
}

/** Whether an element holds text that is neither Markdown nor, for the most part, HTML. */
export function isRawElement(name: string): boolean {
  return RAW_CONTENT.has(name);
}

/** Whether an element stands within a line of text. */
export function isSpanElement(name: string): boolean {
  return SPAN_ELEMENTS.has(name);
}
