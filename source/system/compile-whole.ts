import { setFlagsFromString } from 'node:v8';

/**
 * Imports a module, and all that it imports, compiled to the last function, so that the cache of
 * compiled code holds them all. Node puts into that cache what is compiled when a module is loaded;
 * V8 by itself puts off nearly every function until it is called, and so compiles some 700 of them
 * anew at each start of `cat`.
 *
 * The flag holds while `load` starts the import, in which Node reads and compiles all of it. It does
 * not when the modules run: Node's own, which they load, come compiled without it.
 */
export function compileWhole<Module>(load: () => Promise<Module>): Promise<Module> {
  setFlagsFromString('--no-lazy');
  try {
    return load();
  } finally {
    setFlagsFromString('--lazy');
  }
}
