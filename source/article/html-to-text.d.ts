/** The part of html-to-text 10 that is used here; the package carries no types. */
declare module 'html-to-text' {
  export type HtmlNode = { readonly type: string; readonly data?: string };

  export type HtmlElement = HtmlNode & {
    readonly name: string;
    readonly attribs: Readonly<Record<string, string>>;
    readonly children: readonly HtmlNode[];
  };

  /** Names the formatter of an element. */
  export type Picker = { readonly pick1: (element: HtmlElement) => { readonly format: string } };

  /** What `walk` asks of a builder; one of our own may stand in for the package's. */
  export type Builder = {
    readonly options: unknown;
    readonly picker: Picker;
    readonly metadata: unknown;
    readonly addInline: (text: string) => void;
  };

  export type Walk = (nodes: readonly HtmlNode[], builder: Builder) => void;
  export type Formatter = (element: HtmlElement, walk: Walk, builder: Builder) => void;

  export type Options = {
    readonly baseElements: {
      readonly selectors: readonly string[];
      readonly returnDomByDefault: boolean;
    };
    readonly formatters: Readonly<Record<string, Formatter>>;
    readonly selectors: readonly { readonly selector: string; readonly format: string }[];
    readonly limits: {
      readonly ellipsis: string;
      readonly maxBaseElements: number;
      readonly maxDepth: number;
      readonly maxInputLength: number;
    };
  };

  export function compile(options: Options): (html: string, metadata: unknown) => string;
}
