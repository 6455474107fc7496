/** Values that an output may name. */
export type LiquidScope = {
  readonly page: Readonly<Record<string, string>>;
  readonly site: Readonly<Record<string, string>>;
};

function joinPath(base: string, path: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(path)) return path;
  const joined = `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
  return joined.startsWith('/') || base !== '' ? joined : `/${joined}`;
}

function lookUp(name: string, scope: LiquidScope): string | undefined {
  const quoted = /^(["'])(.*)\1$/s.exec(name);
  if (quoted !== null) return quoted[2];
  const [object, key, ...more] = name.split('.');
  if (key === undefined || more.length > 0) return undefined;
  if (object === 'site') return Object.hasOwn(scope.site, key) ? scope.site[key] : '';
  if (object === 'page') return Object.hasOwn(scope.page, key) ? scope.page[key] : '';
  return undefined;
}

function applyFilter(value: string, filter: string, scope: LiquidScope): string {
  const [name = '', ...rest] = filter.split(':');
  const argument = lookUp(rest.join(':').trim(), scope) ?? '';
  switch (name.trim()) {
    case 'relative_url':
      return joinPath(scope.site.baseurl ?? '', value);
    case 'absolute_url':
      return joinPath(`${scope.site.url ?? ''}${scope.site.baseurl ?? ''}`, value);
    case 'prepend':
      return argument + value;
    case 'append':
      return value + argument;
    case 'default':
      return value === '' ? argument : value;
    case 'escape':
    case 'strip':
    case 'xml_escape':
      return value.trim();
    case 'downcase':
      return value.toLowerCase();
    case 'upcase':
      return value.toUpperCase();
    default:
      return value;
  }
}

/**
 * The value of a Liquid output, `page.title | escape`. Names other than `page.*` and `site.*` give '';
 * filters other than those below change nothing, as in Jekyll.
 */
export function evaluate(expression: string, scope: LiquidScope): string {
  const [name = '', ...filters] = splitFilters(expression.replace(/^-|-$/g, ''));
  let value = lookUp(name.trim(), scope) ?? '';
  for (const filter of filters) value = applyFilter(value, filter, scope);
  return value;
}

/** Splits at `|`, but not within quotes. */
function splitFilters(expression: string): string[] {
  const parts: string[] = [];
  let quote = '';
  let from = 0;
  for (let at = 0; at < expression.length; at += 1) {
    const sign = expression[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") {
      quote = sign;
    } else if (sign === '|') {
      parts.push(expression.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(expression.slice(from));
  return parts;
}
