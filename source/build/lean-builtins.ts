import { isBuiltin } from 'node:module';
import type { Plugin } from 'esbuild';

function fetched(name: string): string {
  return name === 'node:process' ? 'process' : `process.getBuiltinModule(${JSON.stringify(name)})`;
}

/** A module whose exports are those of one of Node's; what nobody imports of it is never read. */
function leanModule(name: string): string {
  const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter(key => key !== 'default');
  const exported = names.map(
    (key, at) =>
      `const _${at} = /* @__PURE__ */ _property(${JSON.stringify(key)}); export { _${at} as ${JSON.stringify(key)} };`,
  );
  return [
    `const _own = /* @__PURE__ */ (() => ${fetched(name)})();`,
    'const _property = key => _own[key];',
    'export default _own;',
    ...exported,
  ].join('\n');
}

/**
 * Takes from Node's own modules, through `process.getBuiltinModule`, what is used of them and no
 * more: `import` makes a name of every property they have, and so loads what stands behind the
 * getters of `util` and `process` (workers, argument parsers, both standard streams). A module
 * of which nothing is used is not loaded at all. A start costs some 8 ms less with it.
 */
export function leanBuiltins(): Plugin {
  return {
    name: 'lean-builtins',
    setup(build) {
      build.onResolve({ filter: /^[a-z0-9_:]+(?:\/[a-z_]+)?$/ }, ({ path, kind }) => {
        if (!isBuiltin(path)) return undefined;
        const name = path.startsWith('node:') ? path : `node:${path}`;
        if (kind === 'import-statement') {
          return { path: name, namespace: 'builtin-import', sideEffects: false };
        }
        return kind === 'require-call' ? { path: name, namespace: 'builtin-require' } : undefined;
      });
      build.onLoad({ filter: /.*/, namespace: 'builtin-import' }, ({ path }) => ({
        contents: leanModule(path),
      }));
      build.onLoad({ filter: /.*/, namespace: 'builtin-require' }, ({ path }) => ({
        contents: `module.exports = ${fetched(path)};`,
      }));
    },
  };
}
