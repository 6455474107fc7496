/** A code block as one line of HTML, so that neither blank lines nor indentation can end it. */
export function codeBlock(code: string, language: string): string {
  const escaped = code
    .replace(/^[ \t]*\r?\n/, '')
    .trimEnd()
    .replace(/[^\p{L}\p{N} ]/gu, sign => `&#${sign.codePointAt(0)};`);
  const name = /^[\w+#.-]*/.exec(language)?.[0] ?? '';
  return `<pre><code class="language-${name}">${escaped}</code></pre>\n`;
}
