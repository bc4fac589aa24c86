import { intervalOf } from '../../../model/index.ts';
import type { Due } from '../../../walk/index.ts';
import type { Effect } from '../effect.ts';
import type { CoreEvent } from '../event.ts';
import { reason } from '../reasons.ts';
import type { GatewayState } from '../state.ts';
import { because, type Step } from '../transition.ts';
import { nextRelease, releaseHosts } from './hosts.ts';

/** When each of these runs next; one that is new runs an interval from now (docs/routeros.md#scheduler). */
export function scheduled(
  due: Readonly<Record<string, number>>,
  items: readonly Due[],
  atMs: number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(items.map(({ item }) => [item.id, due[item.id] ?? atMs + intervalOf(item)]));
}

/** The hour of a script, or the end of the time for which one was held back. */
export function hearScriptsTimer(state: GatewayState, atMs: number): Step {
  const released = releaseHosts(state, atMs);
  const { scripts } = released.state;
  const come = Object.entries(scripts.due).filter(([, dueMs]) => dueMs <= atMs);
  const now = come.map(([id]) => id);
  const waiting = Object.fromEntries(Object.entries(scripts.due).filter(([id]) => !now.includes(id)));
  if (now.length === 0) return released;
  // Those that run are due again an interval after their turn: they are scheduled anew.
  const next = { ...released.state, scripts: { ...scripts, due: waiting, now: [...scripts.now, ...now] } };
  return because(next, { reason: reason('scheduler'), atMs }, released.effects);
}

/** The timer for whatever of scripts comes first, where that has changed or the last one is over. */
export function scriptsTimer(
  before: GatewayState,
  after: GatewayState,
  { kind, atMs }: Pick<CoreEvent, 'kind' | 'atMs'>,
): Effect[] {
  const due = nextDue(after, atMs);
  if (due === undefined || (kind !== 'timer' && due === nextDue(before, atMs))) return [];
  return [{ kind: 'timer', name: 'scripts', afterMs: Math.max(0, due - atMs) }];
}

function nextDue(state: GatewayState, atMs: number): number | undefined {
  const release = nextRelease(state, atMs);
  const times = [...Object.values(state.scripts.due), ...(release === undefined ? [] : [release])];
  return times.length === 0 ? undefined : Math.min(...times);
}
