import type { DecisionEvent } from '../core/index.ts';
import type { Recorded } from '../history/index.ts';

/** What belongs together: causes and what was decided because of them. Plain data. */
export interface Correlations {
  /** The latest, by the moment (CLOCK_MONOTONIC, ms) at which something became known or was done. */
  readonly byMoment: readonly (readonly [number, string])[];
  /** Of the latest decision. */
  readonly latest?: string | undefined;
}

export const noCorrelations: Correlations = { byMoment: [] };

const kept = 200;

/** The id that an event shares with its cause; the first of them gets `fresh`. */
export function correlated(
  known: Correlations,
  { event }: Pick<Recorded, 'event'>,
  fresh: string,
): { readonly known: Correlations; readonly id: string } {
  const of = (atMs: number): string | undefined =>
    known.byMoment.findLast(([moment]) => Math.abs(moment - atMs) < 0.01)?.[1];
  if (event.type === 'flows') return { known, id: known.latest ?? fresh };
  const moments = event.type === 'decision' ? momentsOf(event) : [];
  const id = [event.atMs, ...moments].map(of).find(one => one !== undefined) ?? fresh;
  const byMoment = [...known.byMoment, ...[event.atMs, ...moments].map(atMs => [atMs, id] as const)];
  return {
    known: { byMoment: byMoment.slice(-kept), latest: event.type === 'decision' ? id : known.latest },
    id,
  };
}

/** When its causes became known, and when the kernel was read: links are seen then, and lines turn with them. */
function momentsOf({ causes, steps }: DecisionEvent): readonly number[] {
  const known = causes.map(({ atMs }) => atMs);
  return [...known, Math.min(...known) + steps.waited];
}
