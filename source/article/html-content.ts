/**
 * How kramdown sorts the elements of HTML. Names that are in none of the sets stand as blocks and
 * hold raw text.
 */

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

const BLOCK_CONTENT = names(
  `address applet article aside blockquote body dd details div dl fieldset figure figcaption footer
  form header hgroup iframe li main map menu nav noscript object section summary td`,
);

const SPAN_CONTENT = names(
  `a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend
  optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt`,
);

/** Elements that start a paragraph where they start a line. */
const SPAN_ELEMENTS = names(
  `a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q
  rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var`,
);

/** Elements whose tags are text within a line. */
const BLOCK_ELEMENTS = names(
  `address article aside applet body blockquote caption col colgroup dd div dl dt fieldset
  figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main
  map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul`,
);

/** Elements that have no content and no end tag. */
export const VOID_ELEMENTS = names(
  'area base br col command embed hr img input keygen link meta param source track wbr',
);

/** What stands in an element: blocks, spans, or what is not Markdown. */
export function contentModel(name: string): 'block' | 'span' | 'raw' {
  if (BLOCK_CONTENT.has(name)) return 'block';
  return SPAN_CONTENT.has(name) ? 'span' : 'raw';
}

/** Whether an element that starts a line belongs to a paragraph. */
export function startsParagraph(name: string): boolean {
  return SPAN_ELEMENTS.has(name);
}

/** Whether the tags of an element have no meaning within a line of text. */
export function isTextWithinLine(name: string): boolean {
  return BLOCK_ELEMENTS.has(name);
}
