import { type SampleSize, sampleFlows, wayOf } from '../spread/index.ts';
import { leavingOf, newState, type Prepared, type Trace, walk } from '../walk/index.ts';

/** What a change does to a connection. */
export type Fate = 'stays' | 'other-wan' | 'loses-nat' | 'is-dropped' | 'is-let-through' | 'other-way';

/** Connections that one way took before and another takes after. */
export interface Movement {
  readonly fate: Exclude<Fate, 'stays'>;
  readonly before: string;
  readonly after: string;
  readonly connections: number;
  /** The first of them. */
  readonly example: { readonly before: Trace; readonly after: Trace };
}

/** Who moves, of `connections`. */
export interface Movers {
  readonly connections: number;
  readonly stay: number;
  readonly movements: readonly Movement[];
}

/**
 * Sends the same imagined connections through two routers (or one router in two states of the world), with the same
 * boot-time number, so that what moves is moved by the change alone.
 */
export function moversBetween(before: Prepared, after: Prepared, size: SampleSize): Movers {
  const flows = sampleFlows(before, size);
  const [old, now] = [newState(flows.length + 1), newState(flows.length + 1)];
  const movements = new Map<string, Movement>();
  for (const { packet } of flows) {
    note(movements, walk(before, old, packet), walk(after, now, packet));
  }
  const all = [...movements.values()].sort((a, b) => b.connections - a.connections);
  const moved = all.reduce((sum, { connections }) => sum + connections, 0);
  return { connections: flows.length, stay: flows.length - moved, movements: all };
}

function note(movements: Map<string, Movement>, before: Trace, after: Trace): void {
  const fate = fateOf(before, after);
  if (fate === 'stays') return;
  const [from, to] = [wayOf(before), wayOf(after)];
  const key = `${fate} ${from} ${to}`;
  const known = movements.get(key);
  const connections = (known?.connections ?? 0) + 1;
  movements.set(key, {
    fate,
    before: from,
    after: to,
    connections,
    example: known?.example ?? { before, after },
  });
}

function fateOf(before: Trace, after: Trace): Fate {
  const [old, now] = [leavingOf(before), leavingOf(after)];
  if (old && !now) return 'is-dropped';
  if (!old && now) return 'is-let-through';
  if (!old || !now) return before.ending.kind === after.ending.kind ? 'stays' : 'other-way';
  if (isTranslated(before) && !isTranslated(after)) return 'loses-nat';
  if (old.out !== now.out) return 'other-wan';
  return old.kind === now.kind ? 'stays' : 'other-way';
}

const isTranslated = (trace: Trace): boolean => leavingOf(trace)?.src.address !== trace.packet.src;
