/** One thing measured. Only ratios within one run say anything on another machine. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB/s' | 'MB' | 'B' | 'rows' | '×';
  /** The most it may be, where that is settled. */
  readonly limit?: number;
};

/** One line of a report: the figure, and whether it is within its limit. */
export function lineOf({ name, value, unit, limit }: Figure): string {
  const digits = value < 10 ? 3 : 0;
  const figure = `${value.toFixed(digits).padStart(9)} ${unit.padEnd(5)} ${name}`;
  if (limit === undefined) return figure;
  return `${figure} (at most ${Number(limit.toPrecision(3))}: ${value <= limit ? 'met' : 'NOT MET'})`;
}
