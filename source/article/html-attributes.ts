import type { HtmlElement } from 'html-to-text';
import { Style } from './document.ts';
import type { Align } from './document-builder.ts';

const HIDING_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
const ALIGN_STYLE = /(?:^|[;\s])text-align\s*:\s*(left|center|right|start|justify|end)/i;
const BOLD_STYLE = /(?:^|[;\s])font-weight\s*:\s*(?:bold|[6-9]00)/i;
const ITALIC_STYLE = /(?:^|[;\s])font-style\s*:\s*(?:italic|oblique)/i;
const STRIKE_STYLE = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]*line-through/i;
const UNDERLINE_STYLE = /(?:^|[;\s])text-decoration(?:-line)?\s*:[^;]*underline/i;

/** Whether a browser shows nothing of this element (the `hidden` attribute, or its own style). */
export function isHidden({ attribs }: HtmlElement): boolean {
  return attribs.hidden !== undefined || HIDING_STYLE.test(attribs.style ?? '');
}

/** `Style` values that the element's own style attribute asks for. */
export function styleOf({ attribs }: HtmlElement): number {
  const style = attribs.style;
  if (style === undefined) return Style.none;
  return (
    (BOLD_STYLE.test(style) ? Style.bold : 0) |
    (ITALIC_STYLE.test(style) ? Style.italic : 0) |
    (STRIKE_STYLE.test(style) ? Style.strike : 0) |
    (UNDERLINE_STYLE.test(style) ? Style.underline : 0)
  );
}

/** The alignment an element asks for, null where it leaves that to what is around it. */
export function alignOf({ attribs }: HtmlElement): Align | null {
  const asked = ALIGN_STYLE.exec(attribs.style ?? '')?.[1] ?? attribs.align;
  switch (asked?.toLowerCase()) {
    case 'center':
    case 'middle':
      return 'center';
    case 'right':
    case 'end':
      return 'right';
    case 'left':
    case 'start':
    case 'justify':
      return 'left';
    default:
      return null;
  }
}

/** A whole number from an attribute, or `otherwise` where there is none within ±999,999,999. */
export function integerOf(value: string | undefined, otherwise: number): number {
  const digits = /^\s*([+-]?\d{1,9})(?!\d)/.exec(value ?? '')?.[1];
  return digits === undefined ? otherwise : Number(digits);
}

/** Whether the class attribute holds `name`. */
export function hasClass({ attribs }: HtmlElement, name: string): boolean {
  return attribs.class?.split(/\s+/).includes(name) ?? false;
}
