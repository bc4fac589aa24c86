import { answerOf } from './answer.ts';
import { decisionsOf, reduce } from './decisions.ts';
import { explore, type Outcome, type Pick } from './explore.ts';
import type { Watch } from './flight.ts';
import type { Packet } from './packet.ts';
import { distinctPoints, openAt, type PointView, viewOf } from './point.ts';
import { type Prepared, walk } from './prepare.ts';
import { endingKey } from './say/ending.ts';
import { type Chooser, newState } from './state.ts';
import type { Trace } from './trace.ts';

/** One way a packet can go where hash or chance decide. */
export interface Possibility {
  /** Probability within its scenario, 0..1. */
  readonly share: number;
  readonly trace: Trace;
  /** Other ways that end alike. */
  readonly alike: readonly Trace[];
  /** What was chosen on it. */
  readonly picks: readonly Pick[];
}

/** How an open point goes. */
export interface Condition {
  readonly point: PointView;
  readonly choice: number;
}

/** What can happen if the open points that matter go as the conditions say. */
export interface Scenario {
  readonly conditions: readonly Condition[];
  /** Likeliest first; equal answers are one. */
  readonly ways: readonly Possibility[];
}

/** All that can happen to a packet. */
export interface Possibilities {
  /** One where nothing that is open matters. */
  readonly scenarios: readonly Scenario[];
  /** The open points that matter. */
  readonly points: readonly PointView[];
  /** False: there are more ways than were walked. */
  readonly complete: boolean;
}

export interface PossibilityOptions {
  readonly watch?: Watch | undefined;
  /** Hash, counters and chance take their course: only what is open is walked both ways. */
  readonly drawn?: boolean;
  /** How many ways are walked at most. */
  readonly limit?: number | undefined;
}

/** All ways a first packet can go on a router that has seen nothing yet. */
export function possibilities(
  prepared: Prepared,
  packet: Packet,
  { watch, drawn = false, limit }: PossibilityOptions = {},
): Possibilities {
  const run = (choose: Chooser): Trace => {
    const state = newState();
    state.choose = choose;
    return walk(prepared, state, packet, watch);
  };
  return possible(prepared, run, drawn, [], limit);
}

/** All ways the answer can go on a router that has just let the packet through in one way; undefined: nobody answers through it. */
export function possibleAnswers(
  prepared: Prepared,
  packet: Packet,
  way: Possibility,
  { drawn = false }: PossibilityOptions = {},
): Possibilities | undefined {
  const answer = answerOf(prepared, way.trace);
  if (!answer) return undefined;
  const run = (choose: Chooser): Trace => {
    const state = newState();
    state.choose = choose;
    walk(prepared, state, packet);
    return walk(prepared, state, answer);
  };
  return possible(prepared, run, drawn, way.picks);
}

function possible(
  prepared: Prepared,
  run: (choose: Chooser) => Trace,
  drawn: boolean,
  begin: readonly Pick[],
  limit?: number,
): Possibilities {
  const open = openAt(prepared);
  const found = explore(run, { begin, ...(drawn ? { asks: open } : {}), ...(limit && { limit }) });
  // Without an open point there is none that could matter.
  const isAsked = [...found.outcomes, ...found.links].some(({ picks }) =>
    picks.some(pick => open(pick.point)),
  );
  const tree = isAsked ? decisionsOf(found) : undefined;
  const relevant = tree
    ? reduce(tree, open, result => endingKey(prepared, result)).points
    : new Set<number>();
  const groups = new Map<string, Outcome<Trace>[]>();
  for (const outcome of found.outcomes) {
    const key = JSON.stringify(outcome.picks.filter(({ point }) => relevant.has(point)));
    const group = groups.get(key);
    if (group) group.push(outcome);
    else groups.set(key, [outcome]);
  }
  const scenarios = [...groups.values()].map(outcomes => scenarioOf(prepared, outcomes, relevant));
  const points = distinctPoints(scenarios.flatMap(({ conditions }) => conditions.map(({ point }) => point)));
  return { scenarios, points, complete: found.complete };
}

function scenarioOf(
  prepared: Prepared,
  outcomes: readonly Outcome<Trace>[],
  relevant: ReadonlySet<number>,
): Scenario {
  const picks = (outcomes[0]?.picks ?? []).filter(({ point }) => relevant.has(point));
  const conditions = picks.flatMap(({ point: number, choice }) => {
    const point = prepared.points[number];
    return point ? [{ point: viewOf(point), choice }] : [];
  });
  return { conditions, ways: waysOf(prepared, outcomes) };
}

/** Equal endings are one way. */
function waysOf(prepared: Prepared, outcomes: readonly Outcome<Trace>[]): Possibility[] {
  const total = outcomes.reduce((sum, { share }) => sum + share, 0);
  const merged = new Map<string, Possibility>();
  for (const { result: trace, share: part, picks } of outcomes) {
    const key = endingKey(prepared, trace);
    const known = merged.get(key);
    const share = part / total;
    merged.set(
      key,
      known
        ? { ...known, share: known.share + share, alike: [...known.alike, trace] }
        : { share, trace, alike: [], picks },
    );
  }
  return [...merged.values()].sort((a, b) => b.share - a.share);
}
