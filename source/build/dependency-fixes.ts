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
    put: 'let rgiEmoji; const rgiEmojiRegex = { test: text => (rgiEmoji ??= new RegExp("^\\\\p{RGI_Emoji}$", "v")).test(text) };',
    why: 'compiling the expression costs 10 ms at load, and most programs never meet an emoji',
  },
  {
    file: 'string-width/index.js',
    find: 'for (const {segment} of segmenter.segment(string)) {',
    put: `for (const {segment} of segmenter.segment(string)) {
      if (segment.length === 1) {
        const unit = segment.charCodeAt(0);
        if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x30a1 && unit <= 0x30fa)) { width += 2; continue; }
        if (unit >= 0x20 && unit < 0x7f) { width += 1; continue; }
      }`,
    why: 'a Han, kana or ASCII character goes through five expressions to be measured: half of the cost of a scroll',
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

/** Applies `fixes` to the files they name; an error of the build where one no longer fits. */
export function dependencyFixes(): Plugin {
  return {
    name: 'dependency-fixes',
    setup(build) {
      const pattern = fixes.map(fix => fix.file.replace(/[./-]/g, '\\$&')).join('|');
      build.onLoad({ filter: new RegExp(`(?:${pattern})$`) }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        const errors = [];
        for (const fix of fixes) {
          if (!path.endsWith(fix.file)) continue;
          if (contents.includes(fix.find)) contents = contents.replace(fix.find, () => fix.put);
          else errors.push({ text: `${fix.file} has changed, look again: ${fix.why}` });
        }
        return { contents, errors, loader: 'js' };
      });
    },
  };
}
