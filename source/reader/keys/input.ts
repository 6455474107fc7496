import type { Key } from 'ink';

const controlNames: Readonly<Record<string, string>> = {
  '\r': 'Enter',
  '\n': 'Enter',
  '\t': 'Tab',
  '\b': 'Backspace',
  '\x7f': 'Backspace',
  '\x1b': 'Esc',
  ' ': 'Space',
};

function characterName(character: string): string {
  const named = controlNames[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  return code < 32 ? `^${String.fromCharCode(code + 64)}` : character;
}

function specialName(key: Key): string | undefined {
  if (key.upArrow) return 'Up';
  if (key.downArrow) return 'Down';
  if (key.leftArrow) return 'Left';
  if (key.rightArrow) return 'Right';
  if (key.pageUp) return 'PgUp';
  if (key.pageDown) return 'PgDn';
  if (key.home) return 'Home';
  if (key.end) return 'End';
  if (key.return) return 'Enter';
  if (key.tab) return key.shift ? 'S-Tab' : 'Tab';
  if (key.backspace) return 'Backspace';
  if (key.delete) return 'Delete';
  return key.escape ? 'Esc' : undefined;
}

/**
 * The names of the keys in one input of Ink, as the table of bindings spells them. A busy machine
 * delivers several keys as one input: `jjj` gives three names.
 */
export function keyNames(input: string, key: Key): readonly string[] {
  if (key.eventType === 'release') return [];
  const special = specialName(key);
  if (special !== undefined) return [special];
  if (key.ctrl) return input.length === 1 ? [`^${input.toUpperCase()}`] : [];
  const names = Array.from(input, characterName);
  // No key of ours takes Alt: Esc and a letter typed quickly look the same to a terminal.
  return key.meta ? ['Esc', ...names] : names;
}
