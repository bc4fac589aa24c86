import { lineCounters } from '../../../linux/index.ts';
import type { ProbedLine } from '../effect.ts';
import type { GatewayState } from '../state.ts';
import type { Line } from './line.ts';

/** The state with other lines under watch; what is known of those that stay is kept. */
export function rewatched(state: GatewayState, watched: readonly Line[]): GatewayState {
  const names = new Set(watched.map(({ watch }) => watch.line));
  const kept = Object.entries(state.judgements).filter(([line]) => names.has(line));
  return { ...state, watched, judgements: Object.fromEntries(kept) };
}

/** The lines for who probes them, in the order that their counters are numbered by. */
export const probedLines = (lines: readonly Line[]): readonly ProbedLine[] =>
  lines.map(({ watch }, place) => ({ watch, counters: lineCounters(place) }));
