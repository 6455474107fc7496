import { render } from 'ink';
import { App } from './app.tsx';
import type { ReaderStore } from './store.ts';

export type AppOptions = {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Whether a row's unchanged beginning may be skipped when it is drawn anew. */
  readonly incremental: boolean;
};

/** The reader on the terminal. */
export type ShownApp = {
  /** Draws what the store shows, after all cells have been cleared. */
  readonly redraw: () => void;
  readonly unmount: () => void;
  /** Settles when its first frame is out. */
  readonly drawn: Promise<void>;
  /** Settles when it is closed and the terminal restored; rejects with the error that closed it. */
  readonly closed: Promise<unknown>;
};

/** Has Ink show the reader on the terminal's alternate screen. */
export function showApp(store: ReaderStore, { stdin, stdout, incremental }: AppOptions): ShownApp {
  const app = render(<App store={store} />, {
    stdin,
    stdout,
    alternateScreen: true,
    interactive: true,
    incrementalRendering: incremental,
    exitOnCtrlC: false,
    patchConsole: true,
    maxFps: 60,
  });
  return {
    redraw: () => {
      app.clear();
      app.rerender(<App store={store} />);
    },
    unmount: () => app.unmount(),
    drawn: app.waitUntilRenderFlush(),
    closed: app.waitUntilExit(),
  };
}
