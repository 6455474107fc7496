/** Blocks laid out as rows, step by step, so that the first rows never wait for the last. */
import { type Block, type ListItem, Style } from './document.ts';
import {
  type Context,
  emptyLine,
  extraCells,
  hasUnused,
  indented,
  nowhere,
  type Setting,
  type Step,
  type Steps,
  takePrefix,
} from './layout-context.ts';
import { codeSteps, leafSteps } from './layout-leaf.ts';
import { tableSteps } from './table-layout.ts';
import { textWidth } from './width.ts';

const plain = { role: 'text', align: 'left', indent: 0 } as const;
const firstLineIndent = 4;

/** Whether a blank row stands between two neighbours. */
function isApart(before: Block, after: Block, setting: Setting, tight: boolean): boolean {
  const flows = (block: Block) => block.kind === 'paragraph' || block.kind === 'list';
  if (tight) return !(flows(before) && flows(after));
  if (before.kind !== 'paragraph' || after.kind !== 'paragraph') return true;
  return setting.options.paragraphs === 'spaced';
}

function* blockSequence(
  setting: Setting,
  blocks: readonly Block[],
  context: Context,
  tight: boolean,
): Steps {
  let before: Block | undefined;
  for (const block of blocks) {
    if (before !== undefined && isApart(before, block, setting, tight)) yield { gap: context };
    yield blockStep(setting, block, context);
    before = block;
  }
}

/**
 * The steps that lay blocks out one below the other.
 *
 * @param setting Article and options.
 * @param blocks Neighbours.
 * @param context What stands left of them.
 */
export function blockSteps(setting: Setting, blocks: readonly Block[], context: Context): Steps {
  return blockSequence(setting, blocks, context, false);
}

function blockStep(setting: Setting, block: Block, context: Context): Step {
  switch (block.kind) {
    case 'paragraph': {
      const indents =
        setting.options.paragraphs === 'indented' &&
        context.indents &&
        block.align === 'left' &&
        context.width >= firstLineIndent * 3;
      const indent = indents && block.leaf.text.trim() !== '' ? firstLineIndent : 0;
      return leafSteps(setting, block.leaf, context, { ...plain, align: block.align, indent });
    }
    case 'heading':
      return leafSteps(setting, block.leaf, context, { ...plain, role: 'heading' });
    case 'list':
      return itemSteps(setting, block.items, context, block.tight);
    case 'notes':
      return noteSteps(setting, block.items, context);
    case 'quote':
      return quoteStep(setting, block.blocks, context);
    case 'code':
      return codeSteps(setting, block.leaf, context);
    case 'table':
      return tableSteps(setting, block, context);
    case 'definitions':
      return definitionSteps(setting, block, context);
    case 'rule':
      return ruleSteps(setting, context, context.width);
  }
}

function* itemSteps(
  setting: Setting,
  items: readonly ListItem[],
  context: Context,
  tight: boolean,
): Steps {
  const { ambiguous } = setting.options;
  let widest = 0;
  for (const { marker } of items) widest = Math.max(widest, textWidth(marker, ambiguous));
  for (const [index, item] of items.entries()) {
    if (index > 0 && !tight) yield { gap: context };
    // A marker that no indent makes room for must not pile up on others before the same row.
    if (extraCells(context) > 0 && hasUnused(context))
      yield emptyLine(context, nowhere, setting.options);
    const marker = ' '.repeat(widest - textWidth(item.marker, ambiguous)) + item.marker;
    const inner = indented(context, `${marker} `, ' '.repeat(widest + 1), ambiguous);
    yield blockSequence(setting, item.blocks, inner, tight);
    if (hasUnused(inner)) yield emptyLine(inner, nowhere, setting.options);
  }
}

const noteRule = 8;

function* noteSteps(setting: Setting, items: readonly ListItem[], context: Context): Steps {
  if (items.length === 0) return;
  yield ruleSteps(setting, context, Math.min(noteRule, context.width));
  yield itemSteps(setting, items, context, true);
}

function quoteStep(setting: Setting, blocks: readonly Block[], context: Context): Steps {
  const { ambiguous } = setting.options;
  const bar = ambiguous === 2 ? '| ' : '│ ';
  const fits = context.width - textWidth(bar, ambiguous) >= context.least;
  const inner = fits ? indented(context, bar, bar, ambiguous) : context;
  return blockSequence(setting, blocks, { ...inner, indents: context.indents }, false);
}

function* definitionSteps(
  setting: Setting,
  block: Extract<Block, { kind: 'definitions' }>,
  context: Context,
): Steps {
  const tight = block.definitions.every(({ descriptions }) =>
    descriptions.every(blocks => blocks.length <= 1),
  );
  const blanks = ' '.repeat(context.width < 40 ? 2 : 4);
  for (const [index, { terms, descriptions }] of block.definitions.entries()) {
    if (index > 0 && !tight) yield { gap: context };
    for (const term of terms) {
      yield leafSteps(setting, term, { ...context, style: context.style | Style.bold }, plain);
    }
    for (const blocks of descriptions) {
      const inner = indented(context, blanks, blanks, setting.options.ambiguous);
      yield blockSequence(setting, blocks, inner, false);
    }
  }
}

const endlessRule = 3;

function* ruleSteps(setting: Setting, context: Context, width: number): Steps {
  const room = Number.isFinite(width) ? Math.max(1, width - extraCells(context)) : endlessRule;
  const segments = takePrefix(context, nowhere);
  const text = (setting.options.ambiguous === 2 ? '-' : '─').repeat(room);
  segments.push({ text, style: 0, link: 0, role: 'border', start: nowhere });
  yield { segments, start: nowhere, end: nowhere };
}
