import type { SharedRules } from '../../../compile/index.ts';
import type { Awaited } from './awaited.ts';
import type { Line } from './line.ts';
import type { Judgement } from './line-state.ts';
import type { Uplink } from './uplink.ts';

/** What a gateway knew of its lines: the next one of this boot goes on from there, so that no connection moves because of it. */
export interface LineMemory {
  /** Lines under watch, and what was last said of each. Times are CLOCK_MONOTONIC. */
  readonly watched: readonly Line[];
  readonly awaited: readonly Awaited[];
  readonly judgements: Readonly<Record<string, Judgement>>;
  /** Keys of the checks whose gateway does not answer. */
  readonly unreachable: readonly string[];
  /** Their numbers, which connections carry. */
  readonly uplinks: readonly Uplink[];
  readonly isReleased: boolean;
  /** Connections of an outage are held where they are. */
  readonly isHeld: boolean;
  /** Who owns which bucket while every line lives. */
  readonly shares?: readonly Pick<SharedRules, 'name' | 'home'>[] | undefined;
}

/**
 * What of a memory this gateway starts with. Verdicts only on lines of which the text says whom to ask: those are sure to be
 * given anew, where others may never be.
 */
export function remembered(memory: LineMemory | undefined) {
  if (!memory) return undefined;
  const { watched, awaited, unreachable } = memory;
  const asked = watched.filter(({ watch }) => watch.targets.some(({ stated }) => stated));
  const names = asked.map(({ watch }) => watch.line);
  const kept = Object.entries(memory.judgements).filter(([line]) => names.includes(line));
  return { watched, awaited, unreachable, judgements: Object.fromEntries(kept) };
}
