import type { Block, Leaf } from './document.ts';

/** Calls `take` with every leaf in reading order and the block it belongs to. */
export function eachLeaf(blocks: readonly Block[], take: (leaf: Leaf, block: Block) => void): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
      case 'code':
        take(block.leaf, block);
        break;
      case 'quote':
        eachLeaf(block.blocks, take);
        break;
      case 'list':
      case 'notes':
        for (const item of block.items) eachLeaf(item.blocks, take);
        break;
      case 'definitions':
        for (const { terms, descriptions } of block.definitions) {
          for (const term of terms) take(term, block);
          for (const description of descriptions) eachLeaf(description, take);
        }
        break;
      case 'table':
        if (block.caption !== null) take(block.caption, block);
        for (const row of block.rows) for (const cell of row) eachLeaf(cell.blocks, take);
        break;
      case 'rule':
        break;
    }
  }
}

/** All leaves of `blocks` in reading order. */
export function leavesOf(blocks: readonly Block[]): Leaf[] {
  const leaves: Leaf[] = [];
  eachLeaf(blocks, leaf => leaves.push(leaf));
  return leaves;
}
