import { lineCounters } from '../../../linux/index.ts';
import { equal } from '../../../model/index.ts';
import type { World } from '../../../rib/index.ts';
import type { ProbedLine } from '../effect.ts';
import type { GatewayState } from '../state.ts';
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
 * known any more, and the routes that rested on it are decided anew.
 */
export function firstWatched(state: GatewayState, watched: readonly Line[], atMs: number): GatewayState {
  const isAsked = (line: Line): boolean =>
    watched.some(one => one.watch.line === line.watch.line && equal(keysOf(one), keysOf(line)));
  const stale = state.watched.filter(line => !isAsked(line)).map(({ watch }) => watch.line);
  const known = Object.entries(state.judgements).filter(([line]) => !stale.includes(line));
  const next = rewatched({ ...state, judgements: Object.fromEntries(known) }, watched);
  if (equal(unreachableOf(next), state.unreachable) && equal(downLinesOf(next), downLinesOf(state)))
    return next;
  return because(next, { reason: `${stale.join(' and ')} is asked otherwise`, atMs }).state;
}

const keysOf = ({ watch }: Line): readonly string[] => watch.targets.map(({ key }) => key);

/** Those of the lines that packets can be sent on: what has no carrier needs no probes. */
export const running = (lines: readonly Line[], { interfaces }: Pick<World, 'interfaces'>): readonly Line[] =>
  lines.filter(({ watch: { line } }) => interfaces[line]?.running === true);

/** The lines for who probes them, with their counters, which are numbered in the order of all lines. */
export const probedLines = (
  lines: readonly Line[],
  world: Pick<World, 'interfaces'>,
): readonly ProbedLine[] => {
  const asked = running(lines, world);
  const all = lines.map((line, place) => ({ line, counters: lineCounters(place) }));
  return all
    .filter(({ line }) => asked.includes(line))
    .map(({ line: { watch }, counters }) => ({ watch, counters }));
};
