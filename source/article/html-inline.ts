import type { HtmlElement } from 'html-to-text';
import { Style } from './document.ts';
import { integerOf } from './html-attributes.ts';
import { type ElementReader, isSilent } from './html-reader.ts';

function styled(style: number): ElementReader {
  return (element, builder, walk) => builder.styled(style, () => walk(element.children));
}

function isTracker({ attribs }: HtmlElement): boolean {
  const tiny = integerOf(attribs.width, 2) <= 1 || integerOf(attribs.height, 2) <= 1;
  return tiny && (attribs.alt ?? '') === '';
}

/** The address of an image; one that a script would load later stands in another attribute. */
function sourceOf({ attribs }: HtmlElement): string {
  const later = attribs['data-src'] ?? attribs['data-original'];
  const src = attribs.src ?? '';
  const chosen = later !== undefined && (src === '' || src.startsWith('data:')) ? later : src;
  return chosen.startsWith('data:') ? chosen.slice(0, chosen.indexOf(',') + 1 || 64) : chosen;
}

const image: ElementReader = (element, builder) => {
  const src = sourceOf(element);
  const alt = element.attribs.alt ?? '';
  if ((src === '' && alt === '') || isTracker(element)) return;
  builder.image(alt, src);
};

const anchor: ElementReader = (element, builder, walk) => {
  const { name, href } = element.attribs;
  if (name !== undefined) builder.anchor(name);
  if (href === undefined) walk(element.children);
  else builder.linked(href, () => walk(element.children));
};

const input: ElementReader = ({ attribs }, builder) => {
  if (attribs.type?.toLowerCase() === 'checkbox') {
    builder.checkBox(attribs.checked !== undefined);
  }
};

/** The reading of a ruby base stands after it in brackets, whether or not the source has `rp`. */
const rubyText: ElementReader = (element, builder, walk) => {
  if (element.children.every(isSilent)) return;
  builder.text('(');
  walk(element.children);
  builder.text(')');
};

const quotation: ElementReader = (element, builder, walk) => {
  builder.text('“');
  walk(element.children);
  builder.text('”');
};

/** A label in a drawing (SVG) stands apart from the next. */
const label: ElementReader = (element, builder, walk) => {
  builder.text(' ');
  walk(element.children);
  builder.text(' ');
};

/** Elements that stand within a line of text. */
export const INLINE_READERS: Readonly<Record<string, ElementReader>> = {
  a: anchor,
  b: styled(Style.bold),
  br: (_element, builder) => builder.lineBreak(),
  cite: styled(Style.italic),
  code: styled(Style.code),
  del: styled(Style.strike),
  dfn: styled(Style.italic),
  em: styled(Style.italic),
  i: styled(Style.italic),
  img: image,
  input,
  ins: styled(Style.underline),
  kbd: styled(Style.code),
  mark: styled(Style.mark),
  q: quotation,
  rt: rubyText,
  s: styled(Style.strike),
  samp: styled(Style.code),
  strike: styled(Style.strike),
  strong: styled(Style.bold),
  sub: styled(Style.subscript),
  sup: styled(Style.superscript),
  text: label,
  tt: styled(Style.code),
  u: styled(Style.underline),
  var: styled(Style.italic),
  wbr: (_element, builder) => builder.text('\u200b'),
};
