/** A control sequence in what was written to a terminal; a lone control character is one too. */
const ORDER =
  // CSI; OSC, DCS, APC, PM and SOS up to their end; other escapes; C0, DEL and C1 by themselves.
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-~]|[\0-\x1f\x7f-\x9f]/g;

/** What the reader itself says to a terminal: looks, cursor and erasing, lines, its own title. */
const OWN = [
  /^\x1b\[[\d;]*m$/,
  /^\x1b\[\d*[A-HJ-M]$/,
  /^\x1b\[\d+;\d+H$/,
  /^[\r\n]$/,
  /^\x1b\[\?(?:25|1049|2026|2004|1000|1002|1006)[hl]$/,
  /^\x1b\[2[23];0t$/,
  /^\x1b\]2;[^\0-\x1f\x7f-\x9f]*\x1b\\$/,
];

/** The orders in what was written that are none of the reader's own. */
export function strangeOrders(written: string): readonly string[] {
  return (written.match(ORDER) ?? []).filter(order => !OWN.some(own => own.test(order)));
}

/** Titles that what was written gives the terminal. */
export function titlesIn(written: string): readonly string[] {
  return Array.from(written.matchAll(/\x1b\]2;([^\x1b]*)\x1b\\/g), ([, title = '']) => title);
}

/** Modes that are left set at the end of what was written, by number. */
export function modesLeft(written: string): readonly number[] {
  // DECTCEM is set where a terminal starts.
  const set = new Map<number, boolean>([[25, true]]);
  for (const [, numbers = '', final] of written.matchAll(/\x1b\[\?([\d;]+)([hl])/g)) {
    for (const number of numbers.split(';')) set.set(Number(number), final === 'h');
  }
  return Array.from(set, ([mode, isSet]) => (isSet ? mode : 0)).filter(
    mode => mode !== 0 && mode !== 25,
  );
}
