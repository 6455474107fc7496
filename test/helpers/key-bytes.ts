const ESC = '\x1b';

const named: Readonly<Record<string, string>> = {
  Enter: '\r',
  Space: ' ',
  Tab: '\t',
  'S-Tab': `${ESC}[Z`,
  Esc: ESC,
  Backspace: '\x7f',
  Delete: `${ESC}[3~`,
  Up: `${ESC}[A`,
  Down: `${ESC}[B`,
  Right: `${ESC}[C`,
  Left: `${ESC}[D`,
  Home: `${ESC}[H`,
  End: `${ESC}[F`,
  PgUp: `${ESC}[5~`,
  PgDn: `${ESC}[6~`,
};

/** What a terminal sends for a key as the table of bindings spells it, in as many writes as presses. */
export function keyBytes(key: string): readonly string[] {
  if (key === '1…9') return ['1', '\r'];
  if (key === '#21⏎') return ['#', '1', '\r'];
  const known = named[key];
  if (known !== undefined) return [known];
  const [, control] = /^\^([A-Z])$/.exec(key) ?? [];
  return [control === undefined ? key : String.fromCharCode(control.charCodeAt(0) - 64)];
}
