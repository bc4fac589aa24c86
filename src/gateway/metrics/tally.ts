import { type DecisionFigures, emptyHistogram, observed, stepBounds } from '../../metrics/index.ts';
import type { DecisionEvent, GatewayEvent } from '../core/index.ts';

/** What is counted of the gateway's events since its start. Plain data. */
export interface Tally {
  readonly decisions: DecisionFigures;
  /** How often each line went down. */
  readonly failovers: Readonly<Record<string, number>>;
  /** Why each line counts as down now: `line`, `link`, or the key of a check. */
  readonly downFor: Readonly<Record<string, readonly string[]>>;
}

const empty = emptyHistogram(stepBounds);

export const startTally: Tally = {
  decisions: {
    ...{ changed: 0, unchanged: 0, refused: 0, whole: empty },
    steps: { waited: empty, decided: empty, applied: empty },
  },
  failovers: {},
  downFor: {},
};

/** The tally with one more event. */
export function tallied(tally: Tally, event: GatewayEvent): Tally {
  switch (event.type) {
    case 'decision':
      return { ...tally, decisions: decided(tally.decisions, event) };
    case 'line':
      return turned(tally, event.line, 'line', event.status === 'down');
    case 'link':
      return turned(tally, event.interface, 'link', !event.running);
    case 'check':
      return turned(tally, event.interface, event.key, !event.reachable);
    default:
      return tally;
  }
}

/** A line goes down with its first reason, however many follow. */
function turned(tally: Tally, line: string, reason: string, isDown: boolean): Tally {
  const before = tally.downFor[line] ?? [];
  if (before.includes(reason) === isDown) return tally;
  const after = isDown ? [...before, reason] : before.filter(one => one !== reason);
  const fell = before.length === 0 ? 1 : 0;
  return {
    ...tally,
    downFor: { ...tally.downFor, [line]: after },
    failovers: { ...tally.failovers, [line]: (tally.failovers[line] ?? 0) + fell },
  };
}

function decided(figures: DecisionFigures, event: DecisionEvent): DecisionFigures {
  const { changes, refused, durationMs, steps } = event;
  const result = refused.length > 0 ? 'refused' : changes.length > 0 ? 'changed' : 'unchanged';
  const counted = { ...figures, [result]: figures[result] + 1 };
  if (changes.length === 0) return counted;
  const { waited, decided: thought, applied } = figures.steps;
  return {
    ...counted,
    whole: observed(figures.whole, durationMs / 1000),
    steps: {
      waited: observed(waited, steps.waited / 1000),
      decided: observed(thought, steps.decided / 1000),
      applied: observed(applied, steps.applied / 1000),
    },
  };
}
