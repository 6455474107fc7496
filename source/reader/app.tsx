import { useSyncExternalStore } from 'react';
import { Frame } from './components/frame.tsx';
import { ScreenBoundary } from './components/screen-boundary.tsx';
import { useKeys } from './hooks/use-keys.ts';
import { useLending } from './hooks/use-lending.ts';
import { currentScreen } from './screens/current.ts';
import type { ReaderStore, Snapshot } from './store.ts';

function CurrentScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  return <Frame canvas={snapshot.context} screen={currentScreen(snapshot)} />;
}

/**
 * The reader: what its state shows, and what failed where that cannot be shown. What fails while that
 * is told closes the reader.
 */
export function App({ store }: { readonly store: ReaderStore }) {
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  useKeys(store);
  useLending(store);
  const screen = <CurrentScreen snapshot={snapshot} />;
  if (snapshot.failure !== undefined) return screen;
  return (
    <ScreenBoundary broken={store.broken} attempt={snapshot}>
      {screen}
    </ScreenBoundary>
  );
}
