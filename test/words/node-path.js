import { registerHooks } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

// What an import finds nowhere else it finds where NODE_PATH says, as a `require` would.
const folders = (process.env.NODE_PATH ?? '').split(delimiter).filter(folder => folder !== '');

registerHooks({
  resolve(specifier, context, nextResolve) {
    try {
      return nextResolve(specifier, context);
    } catch (error) {
      for (const folder of /^[@\w]/.test(specifier) ? folders : []) {
        try {
          const parentURL = pathToFileURL(join(folder, '..', 'parent.js')).href;
          return nextResolve(specifier, { ...context, parentURL });
        } catch {}
      }
      throw error;
    }
  },
});
