import { lineCounters } from '../../../linux/index.ts';
import { equal } from '../../../model/index.ts';
import type { World } from '../../../rib/index.ts';
import type { ProbedLine } from '../effect.ts';
import { reason } from '../reasons.ts';
import type { Decision, GatewayState } from '../state.ts';
import { because } from '../transition.ts';
import { downLinesOf, unreachableOf } from './judged.ts';
import type { Line } from './line.ts';

/** The state with other lines under watch; what is known of those that stay is kept. */
export function rewatched(state: GatewayState, watched: readonly Line[]): GatewayState {
  const names = new Set(watched.map(({ watch }) => watch.line));
  const kept = Object.entries(state.judgements).filter(([line]) => names.has(line));
  return { ...state, watched, judgements: Object.fromEntries(kept) };
}

/**
 * The same for the first lines of a gateway that goes on where the last one was: what that one found by asking others is not
 * known any more.
 */
export function firstWatched(state: GatewayState, watched: readonly Line[]): GatewayState {
  const isAsked = (line: Line): boolean =>
    watched.some(one => one.watch.line === line.watch.line && equal(keysOf(one), keysOf(line)));
  const stale = state.watched.filter(line => !isAsked(line)).map(({ watch }) => watch.line);
  const known = Object.entries(state.judgements).filter(([line]) => !stale.includes(line));
  return rewatched({ ...state, judgements: Object.fromEntries(known) }, watched);
}

/**
 * Routes that rest on what is not known any more are decided anew: other hosts are asked on a line than those that were silent.
 * A cause that waits already does the same.
 */
export function withNewTargets(state: GatewayState, { world }: Pick<Decision, 'world'>, atMs: number) {
  const [unreachable, down] = [unreachableOf(state), downLinesOf(state)];
  const before = world.downLines ?? [];
  const other = state.watched.filter(
    ({ watch: { line }, checks }) =>
      before.includes(line) !== down.includes(line) ||
      checks.some(({ key }) => world.unreachable.includes(key) !== unreachable.includes(key)),
  );
  if (other.length === 0 || state.pending.length > 0) return state;
  const names = other.map(({ watch }) => watch.line).join(' and ');
  return because(state, { reason: reason('otherwiseAsked', { name: names }), atMs }).state;
}

const keysOf = ({ watch }: Line): readonly string[] => watch.targets.map(({ key }) => key);

/** Those of the lines that packets can be sent on: what has no carrier needs no probes. */
export const running = (lines: readonly Line[], { interfaces }: Pick<World, 'interfaces'>): readonly Line[] =>
  lines.filter(({ watch: { line } }) => interfaces[line]?.running === true);

/** The lines for who probes them, with their counters, which are numbered in the order of all lines. */
export const probedLines = (
  { lines, counted }: Pick<Decision, 'lines' | 'counted'>,
  world: Pick<World, 'interfaces'>,
): readonly ProbedLine[] =>
  running(lines, world).map(({ watch }) => {
    return { watch, counters: lineCounters(counted.indexOf(watch.line)) };
  });
