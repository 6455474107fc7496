import type { MarkdownIt, Token } from 'markdown-it';

type Nesting = Token['nesting'];
type Attribute = NonNullable<Token['attrs']>[number];

/**
 * A token of markdown-it with its fields in one piece of memory. The package's own sets each field
 * through a helper, which takes several times as long, and keeps line numbers nobody here asks for:
 * together half of the time a body of 250,000 blocks takes.
 */
class LeanToken implements Token {
  type: string;
  tag: string;
  attrs: Attribute[] | null = null;
  nesting: Nesting;
  level = 0;
  children: Token[] | null = null;
  content = '';
  markup = '';
  info = '';
  meta: Record<string, unknown> | null = null;
  block = false;
  hidden = false;

  constructor(type: string, tag: string, nesting: Nesting) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }

  get map(): null {
    return null;
  }

  set map(_lines: [number, number] | null) {}

  attrIndex(name: string): number {
    return this.attrs?.findIndex(([key]) => key === name) ?? -1;
  }

  attrPush(attribute: Attribute): void {
    if (this.attrs === null) this.attrs = [attribute];
    else this.attrs.push(attribute);
  }

  attrSet(name: string, value: Attribute[1]): void {
    const index = this.attrIndex(name);
    if (index < 0 || this.attrs === null) this.attrPush([name, value]);
    else this.attrs[index] = [name, value];
  }

  attrGet(name: string): Attribute[1] | null {
    return this.attrs?.[this.attrIndex(name)]?.[1] ?? null;
  }

  attrJoin(name: string, value: string): void {
    const before = this.attrGet(name);
    this.attrSet(name, before === null ? value : `${before} ${value}`);
  }
}

/** Has all tokens made as lean ones; everything else of markdown-it's states stays as it is. */
export function leanTokens(md: MarkdownIt): void {
  md.core.State = class extends md.core.State {
    override Token = LeanToken;
  };
  md.block.State = class extends md.block.State {
    override Token = LeanToken;

    override push(type: string, tag: string, nesting: Nesting): Token {
      const token = new LeanToken(type, tag, nesting);
      token.block = true;
      if (nesting < 0) this.level -= 1;
      token.level = this.level;
      if (nesting > 0) this.level += 1;
      this.tokens.push(token);
      return token;
    }
  };
  md.inline.State = class extends md.inline.State {
    override Token = LeanToken;

    override pushPending(): Token {
      const token = new LeanToken('text', '', 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      this.tokens.push(token);
      this.pending = '';
      return token;
    }

    override push(type: string, tag: string, nesting: Nesting): Token {
      if (this.pending !== '') this.pushPending();
      const token = new LeanToken(type, tag, nesting);
      let delimiters: typeof this.delimiters | null = null;
      if (nesting < 0) {
        this.level -= 1;
        this.delimiters = this._prev_delimiters.pop() ?? [];
      }
      token.level = this.level;
      if (nesting > 0) {
        this.level += 1;
        this._prev_delimiters.push(this.delimiters);
        delimiters = [];
        this.delimiters = delimiters;
      }
      this.pendingLevel = this.level;
      this.tokens.push(token);
      this.tokens_meta.push(delimiters === null ? undefined : { delimiters });
      return token;
    }
  };
}
