import { Frame } from '../components/frame.tsx';
import { helpRows } from '../rows/help-rows.ts';
import { type Interruption, statusRow } from '../rows/status-rows.ts';
import type { Context } from '../state/context.ts';
import { pageHeight } from '../state/geometry.ts';
import type { HelpPlace } from '../state/place.ts';

type Props = {
  readonly context: Context;
  readonly place: HelpPlace;
  readonly interruption: Interruption;
};

/** What every key does, from the table of bindings. */
export function HelpScreen({ context, place, interruption }: Props) {
  return (
    <Frame
      context={context}
      rows={helpRows(place.top, pageHeight(context), context)}
      status={statusRow('help', interruption, [], [], context)}
    />
  );
}
