/** What the benchmark compares with: html-to-text as it comes. */
declare module 'html-to-text' {
  export function convert(html: string): string;
}
