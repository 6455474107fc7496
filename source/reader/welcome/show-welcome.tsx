import { render } from 'ink';
import type { ReaderSettings } from '../settings.ts';
import { CLEAR, sizeOf } from '../whole-screen.ts';
import type { Welcome } from './welcome.ts';
import { WelcomeScreen } from './welcome-screen.tsx';

type WelcomeOptions = {
  readonly welcome: Welcome;
  readonly settings: ReaderSettings;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
};

/**
 * Shows the page on the terminal's alternate screen. Settles when it has been left and the terminal
 * restored, with whether the newspaper is to be opened; rejects with what broke the page.
 */
export async function showWelcome(options: WelcomeOptions): Promise<boolean> {
  const { welcome, settings, stdin, stdout } = options;
  let open = false;
  const done = (opened: boolean): void => {
    open = opened;
    app.unmount();
  };
  const page = () => (
    <WelcomeScreen {...{ welcome, settings, redraw, done }} size={sizeOf(stdout)} />
  );
  const redraw = (): void => {
    stdout.write(CLEAR);
    app.clear();
    app.rerender(page());
  };
  // The terminal has gone: there is nobody left to welcome.
  const gone = (): void => app.unmount();
  stdout.on('error', gone);
  // Before Ink's own listener, which would draw the rows cut for the old width into the new one.
  stdout.on('resize', redraw);
  const app = render(page(), {
    stdin,
    stdout,
    alternateScreen: true,
    interactive: true,
    exitOnCtrlC: false,
  });
  try {
    await app.waitUntilExit();
  } finally {
    stdout.off('error', gone);
    stdout.off('resize', redraw);
  }
  return open;
}
