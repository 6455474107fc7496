import { useSyncExternalStore } from 'react';
import { useKeys } from './hooks/use-keys.ts';
import { useSuspend } from './hooks/use-suspend.ts';
import { ArticleScreen } from './screens/article.tsx';
import { CategoryScreen } from './screens/category.tsx';
import { HelpScreen } from './screens/help.tsx';
import { HomeScreen } from './screens/home.tsx';
import { TooSmallScreen } from './screens/too-small.tsx';
import { isTooSmall } from './state/geometry.ts';
import { currentPlace } from './state/history.ts';
import type { ReaderStore } from './store.ts';

/** The reader: the screen of the place its state is at. */
export function App({ store }: { readonly store: ReaderStore }) {
  const { state, context } = useSyncExternalStore(store.subscribe, store.snapshot);
  useKeys(store);
  useSuspend(store);
  if (isTooSmall(context)) return <TooSmallScreen context={context} />;
  const place = currentPlace(state.history);
  const interruption = { notice: state.notice, pending: state.pending };
  switch (place.screen) {
    case 'home':
      return <HomeScreen context={context} place={place} interruption={interruption} />;
    case 'category':
      return <CategoryScreen context={context} place={place} interruption={interruption} />;
    case 'article':
      return <ArticleScreen context={context} place={place} interruption={interruption} />;
    case 'help':
      return <HelpScreen context={context} place={place} interruption={interruption} />;
  }
}
