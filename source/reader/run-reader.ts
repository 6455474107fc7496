import type { Library } from '../library/library.ts';
import type { Post } from '../library/post.ts';
import type { Marks } from '../marks/open-marks.ts';
import type { ReadingPlaces } from '../marks/reading-places.ts';
import { MOUSE_OFF, MOUSE_ON, type MouseEvent, withoutMouse } from '../system/mouse.ts';
import { createStops } from '../system/suspend.ts';
import { createMode } from '../system/terminal-modes.ts';
import { createData } from './data/data.ts';
import { hasManyFaults } from './data/many-faults.ts';
import { paced } from './data/pace.ts';
import { type FirstFrame, showFirstFrame } from './first-frame.ts';
import { bindings } from './keys/bindings.ts';
import { createKeymap, rebind } from './keys/keymap.ts';
import { lastPlaceOf, placesFrom } from './last-place.ts';
import type { Outside } from './outside.ts';
import type { World } from './outside-world.ts';
import type { Screen } from './rows/screen.ts';
import { currentScreen } from './screens/current.ts';
import type { ReaderSettings } from './settings.ts';
import type { ShownApp } from './show-app.tsx';
import { currentPlace } from './state/history.ts';
import { createStore, type ReaderStore } from './store.ts';
import { createTitle, titleOf } from './title.ts';
import { CLEAR, sizeOf } from './whole-screen.ts';

export type ReaderOptions = {
  readonly library: Library;
  readonly marks: Marks;
  /** Where reading stopped, in other sessions too; nothing is kept without it. */
  readonly places?: ReadingPlaces;
  /** A post to open at once. */
  readonly start: { readonly post?: Post };
  readonly settings: ReaderSettings;
  /** A terminal's streams; the process's own unless given. */
  readonly stdin?: NodeJS.ReadStream;
  readonly stdout?: NodeJS.WriteStream;
  /** Milliseconds since the epoch, for what counts as today. */
  readonly now?: () => number;
  /** Where other programs are looked for; the process's own unless given. */
  readonly env?: NodeJS.ProcessEnv;
  /** Where files that are written go unless their names say; the current folder unless given. */
  readonly cwd?: string;
};

/** How often a growing library is drawn; it reports far more often. */
const GROWTH_MILLISECONDS = 300;

/** What a key that was pressed at the first frame gets to be answered, before articles are made ready. */
const FIRST_KEY_MILLISECONDS = 50;

/** What the store shows; nothing where it cannot be drawn: the reader itself tells what is wrong. */
function screenOf(store: ReaderStore): Screen | undefined {
  const snapshot = store.snapshot();
  if (snapshot.failure !== undefined) return undefined;
  try {
    return currentScreen(snapshot);
  } catch {
    return undefined;
  }
}

/** What the store shows, drawn before Ink is loaded. */
function firstFrame(store: ReaderStore, stdout: NodeJS.WriteStream): FirstFrame | undefined {
  const screen = screenOf(store);
  return screen && showFirstFrame(screen, store.snapshot().context, stdout);
}

/**
 * Runs the reader on the terminal's alternate screen. Settles when it is closed and the terminal
 * restored; rejects with the error that closed it.
 */
export async function runReader(options: ReaderOptions): Promise<void> {
  const { library, marks, settings, stdin = process.stdin, stdout = process.stdout } = options;
  const { env = process.env, cwd = process.cwd(), now = Date.now, places } = options;
  const rebound = rebind(bindings, settings.keys ?? {});
  const keymap = createKeymap(rebound.bindings);
  const stopped = (post: Post): number | null => places?.stopped(post.path)?.offset ?? null;
  const data = createData({ library, marks, settings, keymap, now, stopped });
  let failure: { readonly error: unknown } | undefined;
  let app: ShownApp | undefined;
  let isClosing = false;
  const close = (): void => {
    isClosing = true;
    app?.unmount();
  };
  const world: World = {
    messages: data.messages,
    env,
    cwd,
    lend: work => stops.lend(work),
    write: sequence => stdout.write(sequence),
    opener: settings.open,
  };
  // What starts other programs is loaded when the first one is.
  const load = () => import('./outside-world.ts');
  const outside: Outside = {
    browse: async (address, sure) => (await load()).browseOutside(address, sure, world),
    copy: async text => (await load()).copyOutside(text, world),
    edit: async post => (await load()).editOutside(post, world),
    pipe: async (command, text, stop) => (await load()).pipeOutside(command, text, stop, world),
    answers: async () => (await load()).pipeAnswers(world),
    write: async (file, post, text, sure) =>
      (await load()).writeOutside(file, post, text, sure, world),
    suspend: () => stops.stop(),
    stop: (post, offset, length) => places?.keep(post.path, { offset: offset ?? 0, length }),
  };
  const store: ReaderStore = createStore(
    data,
    options.start,
    sizeOf(stdout),
    {
      end: error => {
        if (error !== undefined) failure ??= { error };
        close();
      },
      redraw: () => redraw(),
    },
    outside,
  );
  const write = (sequence: string): void => {
    stdout.write(sequence);
  };
  const hasMouse = settings.mouse ?? true;
  const mouse = hasMouse ? createMode({ on: MOUSE_ON, off: MOUSE_OFF }, write) : undefined;
  const click = (event: MouseEvent): void => {
    const { what, column, row } = event;
    if (what === 'press' && event.button !== 'left') return;
    const move = what === 'wheel' ? (`wheel-${event.by}` as const) : 'click';
    store.dispatch({ type: 'mouse', move: { what: move, column, row } });
  };
  const lend = async (work: () => Promise<void>): Promise<void> => {
    mouse?.off();
    try {
      await store.lend(work);
    } finally {
      mouse?.on();
    }
  };
  const stops = createStops(lend, store.fail);
  const redraw = (): void => {
    // Before Ink has the terminal it draws whatever has changed by then.
    if (app === undefined) return;
    stdout.write(CLEAR);
    app.redraw();
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
  const drawn = Promise.withResolvers<void>();
  const loadDesk = async (): Promise<void> => {
    data.takeDesk(await import('./data/article-desk.ts'), drawn.promise);
    store.opened();
  };
  let opening: Promise<void> | undefined;
  const openDesk = (): Promise<void> => {
    opening ??= loadDesk();
    return opening;
  };
  const title = createTitle(write);
  const entitle = (): void => {
    const { state, context } = store.snapshot();
    title.show(titleOf(currentPlace(state.history), context));
  };
  // The terminal has gone: there is nothing to restore and nobody to tell.
  stdout.on('error', close);
  stdout.on('resize', resize);
  const forgetLibrary = library.subscribe(paced(store.refresh, GROWTH_MILLISECONDS));
  const forgetMarks = marks.subscribe(recount);
  const forgetFollowing = marks.follow();
  try {
    const first = env.INK_SCREEN_READER === 'true' ? undefined : firstFrame(store, stdout);
    try {
      if (first !== undefined && options.start.post !== undefined) {
        await openDesk();
        const page = screenOf(store);
        if (page !== undefined) first.replace(page, store.snapshot().context);
      }
      const { showApp } = await import('./show-app.tsx');
      app = showApp(store, {
        stdin: hasMouse ? withoutMouse(stdin, click) : stdin,
        stdout: first?.stdout ?? stdout,
        // Skipping a row's unchanged beginning counts cells as Ink does, so with one a character.
        incremental: settings.ambiguous === 1,
      });
      first?.handOver();
      if (isClosing) app.unmount();
    } catch (error) {
      first?.leave();
      throw error;
    }
    const { closed } = app;
    await app.drawn;
    mouse?.on();
    entitle();
    store.subscribe(entitle);
    drawn.resolve();
    setTimeout(() => openDesk().catch(store.fail), FIRST_KEY_MILLISECONDS).unref();
    const complaints = [...(settings.complaints ?? []), ...rebound.messages];
    if (complaints.length > 0) store.dispatch({ type: 'notice', text: complaints.join('; ') });
    const begin = (): void => {
      const last = settings.resume && options.start.post === undefined ? places?.last() : undefined;
      if (last === undefined) store.refresh();
      else store.dispatch({ type: 'begin', places: placesFrom(last, library) });
      if (complaints.length === 0 && hasManyFaults(library)) {
        store.dispatch({ type: 'notice', text: data.messages.manyFaults });
      }
    };
    library.load().then(begin, store.fail);
    await closed;
  } finally {
    mouse?.end();
    title.restore();
    stops.forget();
    store.leave();
    const { state, context } = store.snapshot();
    places?.keepLast(lastPlaceOf(currentPlace(state.history), context));
    stdout.off('resize', resize);
    forgetLibrary();
    forgetMarks();
    forgetFollowing();
  }
  if (failure !== undefined) throw failure.error;
}
