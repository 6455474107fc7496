/** One thing measured. Only ratios within one run say anything on another machine. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB/s' | 'MB' | 'B' | 'rows' | '×';
};
