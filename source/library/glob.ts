/** Ruby's `File.fnmatch` and `Dir.glob` patterns, as `_config.yml` uses them. */

function translate(pattern: string, star: string): string {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (character === '*') {
      if (pattern[at + 1] === '*') {
        at++;
        if (pattern[at + 1] === '/') at++;
        source += '(?:.*/)?';
        if (at >= pattern.length - 1) source += '.*';
      } else source += star;
    } else if (character === '?') source += '[^/]';
    else if (character === '[') {
      const end = pattern.indexOf(']', at + 2);
      if (end === -1) source += '\\[';
      else {
        const inner = pattern.slice(at + 1, end).replace(/[\\\]]/g, '\\$&');
        source += `[${inner.startsWith('!') ? `^${inner.slice(1)}` : inner}]`;
        at = end;
      }
    } else source += character.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return source;
}

function compile(source: string): RegExp | null {
  try {
    return new RegExp(source, 'su');
  } catch {
    return null;
  }
}

/**
 * A test of paths against `exclude` patterns (Jekyll's `EntryFilter`): a glob whose `*` also passes
 * slashes, or a path that begins with the pattern. Paths are relative to the site's root.
 */
export function excludeTest(patterns: readonly string[]): (path: string) => boolean {
  const prefixes = patterns.map(pattern => pattern.replace(/^\/+/, '')).filter(Boolean);
  const globs = prefixes
    .filter(pattern => /[*?[]/.test(pattern))
    .map(pattern => compile(`^${translate(pattern, '.*')}$`))
    .filter(glob => glob !== null);
  // Of a large folder's names nearly none begins like any of the patterns.
  const firsts = new Set(prefixes.map(prefix => prefix.charCodeAt(0)));
  return path =>
    (firsts.has(path.charCodeAt(0)) &&
      prefixes.some(prefix => path.startsWith(prefix) || prefix === `${path}/`)) ||
    globs.some(glob => glob.test(path));
}

/** A test of paths against a `defaults` scope: under a folder, or under what a glob matches. */
export function scopeTest(pattern: string): (path: string) => boolean {
  if (!pattern.includes('*')) return path => path.startsWith(pattern);
  const glob = compile(`^${translate(pattern, '[^/]*')}`);
  return path => glob?.test(path) ?? false;
}
