import { nearestName } from '../../system/nearest-name.ts';
import { type Action, actions, type Binding, type ScreenName } from './actions.ts';

/** The bindings in force, and what each key does on a screen. */
export type Keymap = {
  readonly bindings: readonly Binding[];
  readonly actionOf: (screen: ScreenName, key: string) => Action | undefined;
};

/** Keys for actions by name, as the configuration gives them. */
export type Rebinding = Readonly<Record<string, readonly string[]>>;

export type Rebound = {
  readonly bindings: readonly Binding[];
  /** What cannot be as it was asked, one line each. */
  readonly messages: readonly string[];
};

/** Makes the lookup for a table of bindings. */
export function createKeymap(bindings: readonly Binding[]): Keymap {
  const tables = new Map<ScreenName, Map<string, Action>>();
  for (const { action, keys, screens } of bindings) {
    for (const screen of screens) {
      const table = tables.get(screen) ?? new Map<string, Action>();
      tables.set(screen, table);
      for (const key of keys) table.set(key, action);
    }
  }
  return { bindings, actionOf: (screen, key) => tables.get(screen)?.get(key) };
}

const NAMED =
  /^(?:Space|Enter|Tab|S-Tab|Esc|Backspace|Delete|Up|Down|Left|Right|Home|End|PgUp|PgDn|\^[A-Z@[\\\]^_])$/;

function isKey(key: string): boolean {
  // Digits are counts and numbers of links everywhere.
  return NAMED.test(key) || (/^[^\s\p{Cc}]$/u.test(key) && !/^[1-9#]$/.test(key));
}

function clashes(bindings: readonly Binding[]): readonly string[] {
  const taken = new Map<string, Action>();
  const found = new Set<string>();
  for (const { action, keys, screens } of bindings) {
    for (const screen of screens) {
      for (const key of keys) {
        const other = taken.get(`${screen} ${key}`);
        if (other === undefined) taken.set(`${screen} ${key}`, action);
        else if (other !== action) {
          found.add(`keys: ${key} stands for both ${other} and ${action}; ${other} keeps it`);
        }
      }
    }
  }
  return [...found];
}

/** Each key for the first action that claims it on a screen, so that handling and help agree. */
function withoutClashes(bindings: readonly Binding[]): readonly Binding[] {
  const taken = new Set<string>();
  return bindings.map(binding => {
    const keys = binding.keys.filter(
      key => !binding.screens.some(screen => taken.has(`${screen} ${key}`)),
    );
    for (const screen of binding.screens) for (const key of keys) taken.add(`${screen} ${key}`);
    return { ...binding, keys };
  });
}

/**
 * The bindings with other keys for some actions. An action that is not known, a key that cannot be
 * typed, and a key claimed twice on one screen are named; the rest holds. An action given no keys
 * has none.
 */
export function rebind(bindings: readonly Binding[], rebinding: Rebinding): Rebound {
  const messages: string[] = [];
  const wanted = new Map<string, readonly string[]>();
  for (const [action, keys] of Object.entries(rebinding)) {
    if (!actions.some(known => known === action)) {
      const near = nearestName(action, actions);
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      messages.push(`keys: there is no action ${JSON.stringify(action)}${hint}`);
      continue;
    }
    const wrong = keys.filter(key => !isKey(key));
    for (const key of wrong) messages.push(`keys: ${action}: no such key ${JSON.stringify(key)}`);
    if (wrong.length === 0) wanted.set(action, keys);
  }
  const all = bindings.map(binding => {
    const keys = wanted.get(binding.action);
    return keys === undefined ? binding : { ...binding, keys };
  });
  // What was asked for by name comes before what happens to lie on the same key.
  const first = [...all].sort(
    (a, b) => Number(wanted.has(b.action)) - Number(wanted.has(a.action)),
  );
  messages.push(...clashes(first));
  const freed = withoutClashes(first);
  const kept = new Map(first.map((binding, index) => [binding, freed[index] ?? binding]));
  return { bindings: all.map(binding => kept.get(binding) ?? binding), messages };
}
