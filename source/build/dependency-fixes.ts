import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * A change made to a dependency's file while it is bundled. The build fails when `find` is no longer
 * there, so that an update of the dependency never undoes a fix unnoticed.
 */
type Fix = {
  /** The end of the file's path. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
  /** Why, with what was measured. */
  readonly why: string;
};

/** Modules that make a segmenter as soon as they are loaded, and the line that does. */
const segmenters = [
  ['string-width/index.js', 'const segmenter = new Intl.Segmenter();'],
  ['wrap-ansi/index.js', 'const segmenter = new Intl.Segmenter();'],
  [
    'slice-ansi/tokenize-ansi.js',
    "const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});",
  ],
  [
    '@alcalzone/ansi-tokenize/build/tokenize.js',
    'const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });',
  ],
  [
    'ink/build/line-update.js',
    "const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });",
  ],
].map(([file = '', find = '']): Fix => {
  const [, name = '', making = ''] = find.match(/^const (\w+) = (.*);$/) ?? [];
  return {
    file,
    find,
    put: `let madeSegmenter; const ${name} = { segment: text => (madeSegmenter ??= ${making}).segment(text) };`,
    why: 'the first segmenter of a process loads rules for 20 ms, and a screen of plain characters needs none',
  };
});

export const fixes: readonly Fix[] = [
  {
    file: 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    find: 'function ya(){return w||"function"!=typeof fetch?',
    put: 'function ya(){return true?',
    why: 'the first fetch(), even of a data: URL, loads an HTTP client: 40 ms of start-up',
  },
  {
    file: 'string-width/index.js',
    find: 'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
    put: `let rgiEmoji;
      const emojiAlone = /^(?:[\\p{Emoji_Presentation}--[\\u{1F1E6}-\\u{1F1FF}]]|[\\p{Emoji}--\\p{Emoji_Presentation}--[#*0-9]]\\uFE0F)$/v;
      const aloneOrNone = /^.\\uFE0F?$/su;
      const rgiEmojiRegex = { test: text => aloneOrNone.test(text) ? emojiAlone.test(text) : (rgiEmoji ??= new RegExp("^\\\\p{RGI_Emoji}$", "v")).test(text) };`,
    why: 'the expression of all emoji takes 30 ms to be parsed and 30 more to be run for the first time: it is asked of sequences alone',
  },
  ...segmenters,
  {
    file: 'string-width/index.js',
    find: 'for (const {segment} of segmenter.segment(string)) {',
    put: `const plainCells = unit => {
      if (unit >= 0x20 && unit < 0x7f) return 1;
      if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3000 && unit <= 0x3029) || (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fa) || (unit >= 0xff01 && unit <= 0xff5e)) return 2;
      if ((unit >= 0xc0 && unit <= 0xff) || (unit >= 0x2190 && unit <= 0x21ff) || (unit >= 0x2500 && unit <= 0x25fc) || unit === 0x23ce || (unit >= 0x2018 && unit <= 0x201d) || unit === 0x2014 || unit === 0x2022 || unit === 0x2026 || unit === 0x203a || unit === 0xb7) return 1;
      return 0;
    };
    let plain = ambiguousIsNarrow ? 0 : -1;
    for (let at = 0; at < string.length && plain >= 0; at++) {
      const cells = plainCells(string.charCodeAt(at));
      plain = cells === 0 ? -1 : plain + cells;
    }
    if (plain >= 0) return plain;
    for (const {segment} of segmenter.segment(string)) {
      const cells = segment.length === 1 && ambiguousIsNarrow ? plainCells(segment.charCodeAt(0)) : 0;
      if (cells > 0) { width += cells; continue; }`,
    why: 'a Han, kana or ASCII character is segmented and goes through five expressions to be measured: half of the cost of a scroll',
  },
  {
    file: 'ink/build/output.js',
    find: '    get() {',
    put: `    finishedRows() {
        const rows = Array.from({ length: this.height }, () => '');
        const taken = new Set();
        for (const { type, x, y, transformers } of this.operations) {
            const [transform, ...others] = transformers ?? [];
            if (type !== 'write' || x !== 0 || transform?.isFinished !== true || others.length > 0 || taken.has(y)) return undefined;
            taken.add(y);
            if (y < this.height) rows[y] = transform();
        }
        return { output: rows.join('\\n'), height: this.height };
    }
    get() {
        const finished = this.finishedRows();
        if (finished !== undefined) return finished;`,
    why: 'each row of each frame is parsed into cells, measured and written again, though nothing lies over it: two thirds of the cost of a key',
  },
  {
    file: 'ink/build/ink.js',
    find: `if (shouldSync && shouldWrite) {
                    this.options.stdout.write(bsu);
                }
                this.log(output);`,
    put: `this.options.stdout.cork?.();
                process.nextTick(() => this.options.stdout.uncork?.());
                if (shouldSync && shouldWrite) {
                    this.options.stdout.write(bsu);
                }
                this.log(output);`,
    why: 'a frame goes out in three writes, each of which wakes the terminal',
  },
  {
    file: 'ink/build/log-update.js',
    find: "import lineUpdate from './line-update.js';",
    put: "import lineUpdate from './line-update.js';\nimport { scrolledRows } from '../../../source/reader/scrolled-rows.ts';",
    why: 'goes with the moving of rows',
  },
  {
    file: 'ink/build/log-update.js',
    find: 'buffer.push(returnPrefix);',
    put: `buffer.push(returnPrefix);
        const scrolled = areColumnsUnchanged && nextLines.length === stream.rows
            ? scrolledRows(previousLines, nextLines)
            : undefined;
        if (scrolled !== undefined) {
            buffer.push(scrolled.sequence);
            previousLines = scrolled.rows;
        }`,
    why: 'a text that scrolls by a line is written anew as a whole: 3 to 6 KB a key where 300 bytes will do',
  },
  {
    file: 'ink/build/line-update.js',
    find: 'const printableAscii = /^[ -~]*$/u;',
    put: `const printableAscii = /^[ -~]*$/u;
const standsAlone = /^[ -~\\u00b7\\u00c0-\\u00ff\\u2014\\u2018-\\u201d\\u2022\\u2026\\u203a\\u2190-\\u21ff\\u23ce\\u2500-\\u25fc\\u3000-\\u3029\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uff01-\\uff5e]*$/;`,
    why: 'goes with the comparing of plain characters',
  },
  {
    file: 'ink/build/line-update.js',
    find: `        column = textLimit;
    }
`,
    put: `        column = textLimit;
    }
    else if (standsAlone.test(previousText) && standsAlone.test(nextText)) {
        textLength = textLimit;
        column = stringWidth(nextText.slice(0, textLength));
    }
`,
    why: 'characters that no other joins are compared without a segmenter, the first of which takes 20 ms',
  },
  {
    file: 'meow/build/dependencies.js',
    find: 'var normalizeExports = requireNormalize();',
    put: 'var normalizeExports = data => data;',
    why: 'a library that checks and mends package.json files, of which ours is none in need: 80 KB and 12 ms at each start',
  },
  {
    file: 'meow/build/dependencies.js',
    find: 'var libExports = requireLib$1();',
    put: 'var libExports = { codeFrameColumns: () => "" };',
    why: 'a highlighter of faults in a package.json that is never read from disk, loaded at each start',
  },
  {
    file: 'meow/build/dependencies.js',
    find: "import { promisify } from 'node:util';\nimport { execFile } from 'node:child_process';",
    put: '',
    why: 'what starts other programs, for a statement without effect: 2 ms',
  },
  {
    file: 'meow/build/dependencies.js',
    find: 'promisify(execFile);',
    put: '',
    why: 'the statement without effect',
  },
  {
    file: 'meow/build/dependencies.js',
    find: "import require$$0$2, { format } from 'util';",
    put: 'const require$$0$2 = {}; const format = (...parts) => parts.join(" ");',
    why: 'util, for messages about options that the parser is never given: 3 ms',
  },
  {
    file: 'gray-matter/lib/engines.js',
    find: "const yaml = require('js-yaml');",
    put: "const yaml = { safeLoad() { throw new Error('no engine given'); }, safeDump() { throw new Error('no engine given'); } };",
    why: 'the YAML engine is always given; the old js-yaml behind this line loads a JavaScript parser (10 ms)',
  },
  {
    file: 'gray-matter/lib/engines.js',
    find: 'return eval(str) || {};',
    put: "throw new Error('headers are never run');",
    why: 'a header must not be able to run code, whoever calls',
  },
  {
    file: 'html-to-text/lib/html-to-text.mjs',
    find: "import { hp2Builder } from '@selderee/plugin-htmlparser2';",
    put: 'const hp2Builder = null;',
    why: 'our one selector is the name of an element: no need of a parser of selectors',
  },
  {
    file: 'html-to-text/lib/html-to-text.mjs',
    find: "import { DecisionTree } from 'selderee';",
    put: `class DecisionTree {
      constructor(entries) { this.entries = new Map(entries); }
      build() { return { pick1: element => this.entries.get(element.name) ?? this.entries.get('*') ?? null }; }
    }`,
    why: 'parsing the thirty selectors that come with the package, all of them names, costs 10 ms at each start',
  },
  {
    file: 'html-to-text/lib/html-to-text.mjs',
    find: "import { deepmergeCustom } from 'deepmerge-ts';",
    put: `const deepmergeCustom = () => (defaults, given) => {
      const options = { ...defaults };
      for (const [key, value] of Object.entries(given)) {
        if (key === 'selectors') options[key] = [...defaults.selectors, ...value];
        else if (value?.constructor === Object) options[key] = { ...defaults[key], ...value };
        else options[key] = value;
      }
      return options;
    };`,
    why: 'a merger of all shapes there are, for one set of options two levels deep: 4 ms at each start',
  },
  {
    file: 'htmlparser2/dist/esm/Parser.js',
    find: 'import { fromCodePoint } from "entities/decode";',
    put: 'const { fromCodePoint } = String;',
    why: 'a name of it that another version does not give away any more',
  },
  {
    file: 'htmlparser2/dist/esm/Tokenizer.js',
    find: 'import { EntityDecoder, DecodingMode, htmlDecodeTree, xmlDecodeTree, } from "entities/decode";',
    put: 'import { EntityDecoder, DecodingMode, htmlDecodeTree, xmlDecodeTree } from "../../../markdown-it/node_modules/entities/dist/decode.js";',
    why: 'one table of all entities instead of two: 40 KB, read at each start',
  },
  {
    file: 'htmlparser2/dist/esm/Tokenizer.js',
    find: 'this.entityDecoder = new EntityDecoder(xmlMode ? xmlDecodeTree : htmlDecodeTree, (cp, consumed) => this.emitCodePoint(cp, consumed));',
    put: `this.entityDecoder = new EntityDecoder(xmlDecodeTree, (cp, consumed) => this.emitCodePoint(cp, consumed));
        if (!xmlMode) Object.defineProperty(this.entityDecoder, 'decodeTree', { get: htmlDecodeTree });`,
    why: 'goes with the unpacking at first use',
  },
  {
    file: 'dom-serializer/lib/esm/index.js',
    find: 'import { encodeXML, escapeAttribute, escapeText } from "entities";',
    put: "function encodeXML() { throw new Error('HTML is never written'); } const escapeAttribute = encodeXML; const escapeText = encodeXML;",
    why: 'HTML is never written, and what writes it brings tables of entities: 4 ms, whether used or not',
  },
  {
    file: 'markdown-it/dist/markdown-it.mjs',
    find: 'import { decodeHTMLStrict } from "entities";',
    put: 'import { decodeHTMLStrict } from "entities/decode";',
    why: 'the tables for writing entities are never used: 1 ms',
  },
  {
    file: 'markdown-it/dist/markdown-it.mjs',
    find: 'import { LinkifyIt } from "linkify-it";',
    put: 'class LinkifyIt {}',
    why: 'addresses become links by rules of our own; the finder that is never asked builds its expressions at each start: 1 ms',
  },
  {
    file: 'markdown-it/node_modules/entities/dist/generated/decode-data-html.js',
    find: 'export const htmlDecodeTree = /* #__PURE__ */ decodeTrieDict(',
    put: 'let tree; export const htmlDecodeTree = () => tree ??= decodeTrieDict(',
    why: 'unpacking the names of all entities costs 3 ms, and few posts hold one outside HTML',
  },
  {
    file: 'markdown-it/node_modules/entities/dist/decode.js',
    find: 'const decodeTree = htmlDecodeTree;',
    put: 'const decodeTree = htmlDecodeTree();',
    why: 'goes with the unpacking at first use',
  },
  {
    file: 'markdown-it/node_modules/entities/dist/decode.js',
    find: 'export var DecodingMode;',
    put: `const commonEntities = new Map([
      ['nbsp;', 0xa0], ['quot;', 0x22], ['amp;', 0x26], ['lt;', 0x3c], ['gt;', 0x3e], ['apos;', 0x27],
      ['ldquo;', 0x201c], ['rdquo;', 0x201d], ['lsquo;', 0x2018], ['rsquo;', 0x2019], ['middot;', 0xb7],
      ['hellip;', 0x2026], ['mdash;', 0x2014], ['ndash;', 0x2013], ['ensp;', 0x2002], ['emsp;', 0x2003],
    ]);
    export var DecodingMode;`,
    why: 'what nearly all posts hold needs no table of all names: 3 ms',
  },
  {
    file: 'markdown-it/node_modules/entities/dist/decode.js',
    find: 'export function decodeHTMLStrict(htmlString) {',
    put: `export function decodeHTMLStrict(htmlString) {
      const point = htmlString.startsWith('&') ? commonEntities.get(htmlString.slice(1)) : undefined;
      if (point !== undefined) return String.fromCharCode(point);`,
    why: 'goes with the common names',
  },
  {
    file: 'markdown-it/node_modules/entities/dist/decode.js',
    find: 'this.state = EntityDecoderState.NamedEntity;',
    put: `for (const [name, point] of commonEntities) {
                  if (!input.startsWith(name, offset)) continue;
                  this.emitCodePoint(point, name.length + 1);
                  return name.length + 1;
                }
                this.state = EntityDecoderState.NamedEntity;`,
    why: 'goes with the common names',
  },
  {
    file: 'ink/build/reconciler.js',
    find: "await import('./devtools.js');",
    put: '',
    why: 'developer tools are no part of kanbao, and their package is not installed',
  },
];

/** The contents of a file with its fixes made, and what is wrong where one no longer fits. */
export function mend(
  path: string,
  contents: string,
): { readonly contents: string; readonly errors: readonly string[] } {
  const errors: string[] = [];
  let mended = contents;
  for (const { file, find, put, why } of fixes) {
    if (!path.endsWith(file)) continue;
    if (mended.includes(find)) mended = mended.replace(find, () => put);
    else errors.push(`${file} has changed, look again: ${why}`);
  }
  return { contents: mended, errors };
}

/** Applies `fixes` to the files they name; an error of the build where one no longer fits. */
export function dependencyFixes(): Plugin {
  return {
    name: 'dependency-fixes',
    setup(build) {
      const pattern = fixes.map(fix => fix.file.replace(/[./-]/g, '\\$&')).join('|');
      build.onLoad({ filter: new RegExp(`(?:${pattern})$`) }, async ({ path }) => {
        const { contents, errors } = mend(path, await readFile(path, 'utf8'));
        return { contents, errors: errors.map(text => ({ text })), loader: 'js' };
      });
    },
  };
}
