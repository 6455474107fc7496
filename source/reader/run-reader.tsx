import { render } from 'ink';
import type { Library } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import type { Marks } from '../marks/open-marks.ts';
import { App } from './app.tsx';
import { createData } from './data.ts';
import { paced } from './pace.ts';
import type { ReaderSettings } from './settings.ts';
import type { Size } from './state/geometry.ts';
import { createStore } from './store.ts';

export type ReaderOptions = {
  readonly library: Library;
  readonly marks: Marks;
  /** A post to open at once. */
  readonly start: { readonly post?: Post };
  readonly settings: ReaderSettings;
  /** A terminal's streams; the process's own unless given. */
  readonly stdin?: NodeJS.ReadStream;
  readonly stdout?: NodeJS.WriteStream;
  /** Milliseconds since the epoch, for what counts as today. */
  readonly now?: () => number;
};

function sizeOf(stdout: NodeJS.WriteStream): Size {
  return { columns: stdout.columns || 80, rows: stdout.rows || 24 };
}

/** How often what other copies have marked is taken in. */
const MARKS_MILLISECONDS = 2000;

/** How often a growing library is drawn; it reports far more often. */
const GROWTH_MILLISECONDS = 300;

/** Home and erase to the end: unlike ED 2 it pushes nothing into a scrollback. */
const CLEAR = '\x1b[H\x1b[J';

/**
 * Runs the reader on the terminal's alternate screen. Settles when it is closed and the terminal
 * restored; rejects with the error that closed it.
 */
export async function runReader(options: ReaderOptions): Promise<void> {
  const { library, marks, settings, stdin = process.stdin, stdout = process.stdout } = options;
  const data = createData(library, marks, settings, options.now ?? Date.now);
  let failure: { readonly error: unknown } | undefined;
  const store = createStore(data, options.start, sizeOf(stdout), {
    end: error => {
      if (error !== undefined) failure ??= { error };
      app.unmount();
    },
    redraw: () => redraw(),
  });
  const redraw = (): void => {
    stdout.write(CLEAR);
    app.clear();
    app.rerender(<App store={store} />);
  };
  // Before Ink's own listener, which would draw the rows cut for the old width into the new one.
  const resize = (): void => {
    store.resize(sizeOf(stdout));
    redraw();
  };
  const recount = (): void => {
    data.recount();
    store.refresh();
  };
  // The terminal has gone: there is nothing to restore and nobody to tell.
  stdout.on('error', () => app.unmount());
  stdout.on('resize', resize);
  const forgetLibrary = library.subscribe(paced(store.refresh, GROWTH_MILLISECONDS));
  const forgetMarks = marks.subscribe(recount);
  const looking = setInterval(marks.refresh, MARKS_MILLISECONDS).unref();
  const app = render(<App store={store} />, {
    stdin,
    stdout,
    alternateScreen: true,
    interactive: true,
    // Skipping a row's unchanged beginning counts cells as Ink does, so with one a character.
    incrementalRendering: settings.ambiguous === 1,
    exitOnCtrlC: false,
    patchConsole: true,
    maxFps: 60,
  });
  const closed = app.waitUntilExit();
  try {
    await app.waitUntilRenderFlush();
    import('./article-desk.ts').then(desk => {
      data.takeDesk(desk);
      store.opened();
    }, store.fail);
    library.load().then(store.refresh, store.fail);
    await closed;
  } finally {
    stdout.off('resize', resize);
    forgetLibrary();
    forgetMarks();
    clearInterval(looking);
  }
  if (failure !== undefined) throw failure.error;
}
