const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  let digits = '';
  for (const [value, sign] of ROMAN) {
    digits += sign.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return digits;
}

function letters(number: number): string {
  let rest = number;
  let name = '';
  while (rest > 0) {
    name = String.fromCharCode(97 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}

/**
 * A list number as the `type` attribute of `ol` asks (`1`, `a`, `A`, `i`, `I`). Out: its digits or
 * letters without the full stop; numbers a type cannot write are written in digits.
 */
export function ordinal(number: number, type: string): string {
  const written = type.toLowerCase();
  let name = String(number);
  if (written === 'a' && number > 0) name = letters(number);
  else if (written === 'i' && number > 0 && number < 4000) name = roman(number);
  return type === written ? name : name.toUpperCase();
}
