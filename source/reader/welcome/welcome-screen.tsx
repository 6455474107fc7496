import { useApp, useInput } from 'ink';
import { useState } from 'react';
import { stopUntilContinued } from '../../system/suspend.ts';
import { Frame } from '../components/frame.tsx';
import { keyNames } from '../keys/input.ts';
import { type Row, span } from '../rows/row.ts';
import type { ReaderSettings } from '../settings.ts';
import type { Size } from '../state/geometry.ts';
import { theme } from '../theme.ts';
import type { Welcome } from './welcome.ts';
import { welcomeRows } from './welcome-rows.ts';
import { welcomeWords } from './welcome-words.ts';

type Props = {
  readonly welcome: Welcome;
  readonly settings: ReaderSettings;
  readonly size: Size;
  /** Draws every cell anew. */
  readonly redraw: () => void;
  /** Called once, with whether the newspaper is to be opened. */
  readonly done: (open: boolean) => void;
};

const opening = new Set(['Enter', 'l', 'Right', 'Space']);
const leaving = new Set(['q', 'Q', '^C', 'Esc', 'h', 'Left']);
const moves: ReadonlyMap<string, number> = new Map([
  ['j', 1],
  ['Down', 1],
  ['k', -1],
  ['Up', -1],
]);

function hints(settings: ReaderSettings): Row {
  const words = welcomeWords(settings.lang);
  const hint = (key: string, help: string): Row => [
    span(key, theme.key),
    span(` ${help}`, theme.faint),
  ];
  return [...hint('Enter', words.open), span('  '), ...hint('q', words.quit)];
}

/** The page itself, and its few keys; what does not fit is scrolled to. */
export function WelcomeScreen({ welcome, settings, size, redraw, done }: Props) {
  const { suspendTerminal } = useApp();
  const [asked, setTop] = useState(0);
  const rows = welcomeRows(welcome, size.columns, settings);
  const lowest = Math.max(0, rows.length - (size.rows - 1));
  const top = Math.min(asked, lowest);
  useInput((input, key) => {
    for (const name of keyNames(input, key)) {
      if (opening.has(name)) return done(true);
      if (leaving.has(name)) return done(false);
      if (name === '^L') redraw();
      if (name === '^Z') suspendTerminal(stopUntilContinued).then(redraw, () => undefined);
      const move = moves.get(name);
      if (move !== undefined) setTop(at => Math.max(0, Math.min(at + move, lowest)));
    }
    return undefined;
  });
  const screen = { rows: rows.slice(top), status: hints(settings) };
  return <Frame canvas={{ ...size, settings }} screen={screen} />;
}
