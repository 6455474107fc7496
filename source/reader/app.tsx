import { useSyncExternalStore } from 'react';
import { ScreenBoundary } from './components/screen-boundary.tsx';
import { useKeys } from './hooks/use-keys.ts';
import { useLending } from './hooks/use-lending.ts';
import { ArticleScreen } from './screens/article.tsx';
import { CategoryScreen } from './screens/category.tsx';
import { FailureScreen } from './screens/failure.tsx';
import { FinderScreen } from './screens/finder.tsx';
import { HelpScreen } from './screens/help.tsx';
import { HomeScreen } from './screens/home.tsx';
import { PagerScreen } from './screens/pager.tsx';
import { SearchScreen } from './screens/search.tsx';
import { TooSmallScreen } from './screens/too-small.tsx';
import { isTooSmall } from './state/geometry.ts';
import { currentPlace } from './state/history.ts';
import type { ReaderStore, Snapshot } from './store.ts';

/** The screen of the place the state is at, or the finder over it. */
function CurrentScreen({ snapshot: { state, context } }: { readonly snapshot: Snapshot }) {
  const place = currentPlace(state.history);
  const { notice, pending, overlay } = state;
  if (overlay?.kind === 'finder') {
    return <FinderScreen context={context} place={place} finder={overlay} notice={notice} />;
  }
  const interruption = { notice, pending, overlay };
  switch (place.screen) {
    case 'home':
      return <HomeScreen context={context} place={place} interruption={interruption} />;
    case 'category':
      return <CategoryScreen context={context} place={place} interruption={interruption} />;
    case 'search':
      return <SearchScreen context={context} place={place} interruption={interruption} />;
    case 'article':
      return <ArticleScreen context={context} place={place} interruption={interruption} />;
    case 'help':
      return <HelpScreen context={context} place={place} interruption={interruption} />;
    case 'pager':
      return <PagerScreen context={context} place={place} interruption={interruption} />;
  }
}

/** The reader: what its state shows, at any size, and what failed where that cannot be shown. */
export function App({ store }: { readonly store: ReaderStore }) {
  const snapshot = useSyncExternalStore(store.subscribe, store.snapshot);
  const { context, failure } = snapshot;
  useKeys(store);
  useLending(store);
  if (isTooSmall(context)) return <TooSmallScreen context={context} />;
  if (failure !== undefined) return <FailureScreen context={context} failure={failure} />;
  return (
    <ScreenBoundary broken={store.broken} attempt={snapshot}>
      <CurrentScreen snapshot={snapshot} />
    </ScreenBoundary>
  );
}
