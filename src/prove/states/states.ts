import type { Router } from '../../model/index.ts';
import type { Fault, World } from '../../rib/index.ts';
import {
  answerKey,
  asWritten,
  couldLeadElsewhere,
  decisive,
  type EventPoint,
  type EventWay,
  type EventWays,
  engineOf,
  eventWays,
  type Phase,
  type Prepared,
  prepare,
  type Settled,
  type SettleOptions,
  StateSignatures,
  sayTheSame,
  settleAfter,
  settleWell,
} from '../../walk/index.ts';
import type { ProveOptions } from '../prove-options.ts';
import type { Findings, Violation } from '../search/search.ts';

/** A router in one state of the world, with what scripts leave open answered in one way. */
interface StateWay {
  /** As `--assume` takes them. */
  readonly answers: EventWay['answers'];
  /** One, or several between which it goes for ever. */
  readonly prepared: readonly [Prepared, ...Prepared[]];
}

/** A router in one state of the world, in each way that scripts may have gone. */
export interface State {
  readonly ways: readonly [StateWay, ...StateWay[]];
  readonly events: EventWays;
  /** What of scripts is open in this state, whatever is answered, and what flaps. */
  readonly points: readonly EventPoint[];
}

type Answers = Readonly<Record<string, string>>;

/** The states of a router whose scripts are carried out; those of our Linux program where that is the engine. */
export class States {
  readonly #router: Router;
  readonly #world: World;
  readonly #options: ProveOptions;
  readonly #well = new Map<string, Settled>();

  constructor(router: Router, world: World, options: ProveOptions) {
    this.#router = router;
    this.#world = world;
    this.#options = options;
  }

  well(): State {
    return this.#stateOf(answers => this.#wellWith(answers));
  }

  after(fault: Fault): State {
    return this.#stateOf(answers => this.#afterWith(fault, answers));
  }

  /** The state after a fault is over; undefined: nothing is left of it. */
  back(fault: Fault): State | undefined {
    const over = (answers: Answers) =>
      settleAfter(this.#afterWith(fault, answers), [], this.#settling(answers));
    const state = eventWays(over);
    const isLeft = state.ways.some(
      ({ answers, settled }) => !sayTheSame(settled.router, this.#wellWith(answers).router),
    );
    return isLeft ? this.#stateIn(state) : undefined;
  }

  #settling(answers: Answers): SettleOptions {
    const { assume, engine } = this.#options;
    return { ...this.#options, assume: { ...assume, ...answers }, engine: engineOf(engine) };
  }

  #wellWith(answers: Answers): Settled {
    const key = JSON.stringify(answers);
    const known = this.#well.get(key) ?? settleWell(this.#router, this.#world, this.#settling(answers));
    this.#well.set(key, known);
    return known;
  }

  #afterWith(fault: Fault, answers: Answers): Settled {
    return settleAfter(this.#wellWith(answers), [fault], this.#settling(answers));
  }

  #stateOf(settle: (answers: Answers) => Settled): State {
    // Each question doubles the runs of all scripts.
    return this.#stateIn(eventWays(settle, this.#options.wellOnly === true ? 1 : undefined));
  }

  #stateIn(events: EventWays): State {
    const [first, ...more] = events.ways;
    return {
      ways: [this.#wayOf(first), ...more.map(way => this.#wayOf(way))],
      events,
      points: events.left.filter(couldLeadElsewhere),
    };
  }

  #wayOf({ answers, settled }: EventWay): StateWay {
    const [first, ...more] = settled.flapping?.phases ?? [];
    if (!first) return { answers, prepared: [this.#asProbed(settled) ?? this.#prepare(settled)] };
    return { answers, prepared: [this.#prepare(first), ...more.map(phase => this.#prepare(phase))] };
  }

  /** As its probes were walked, where that is all that is asked here, too. */
  #asProbed({ prepared }: Settled): Prepared | undefined {
    const { engine, names, assume, at } = this.#options;
    const isSame = asWritten(engine) && names === undefined && assume === undefined && at === undefined;
    return isSame ? prepared : undefined;
  }

  #prepare({ router, rib, world, dead }: Phase): Prepared {
    const { engine, names, assume, at } = this.#options;
    return prepare(router, rib, world, { engine, seed: 0, names, assume, at, dead });
  }
}

/**
 * Searches each way of a state, and in it each of the states between which a router goes. What is found in every way
 * holds in any; what is found in some depends on what decides between them.
 */
export function searchState(state: State, search: (one: Prepared) => Findings): Findings {
  const known = new Map<string, Findings>();
  const signatures = new StateSignatures();
  const found = state.ways.map(way => {
    const key = signatures.of(way.prepared);
    const one = known.get(key) ?? all(way.prepared.map(search));
    known.set(key, one);
    return one;
  });
  const violations = distinct(found.flatMap(one => one.violations)).map(one => judged(one, found, state));
  // A script that is not carried out may be what saves the connection.
  const open = state.points.filter(({ kind }) => kind !== 'flapping');
  const { remarks, doubts } = all([...known.values()]);
  return {
    violations: open.length === 0 ? violations : violations.map(one => depending(one, open)),
    remarks,
    doubts,
  };
}

const all = (found: readonly Findings[]): Findings => ({
  violations: distinct(found.flatMap(one => one.violations)),
  remarks: distinct(found.flatMap(one => one.remarks)),
  doubts: found.flatMap(one => one.doubts),
});

/** As it was found, where it is found in every way; else on what it depends, and one way in which it is so. */
function judged(violation: Violation, found: readonly Findings[], { ways, events }: State): Violation {
  const key = keyOf(violation);
  const so = new Set(
    ways.filter((_, i) => found[i]?.violations.some(one => keyOf(one) === key)).map(({ answers }) => answers),
  );
  if (so.size === ways.length) return violation;
  const points = decisive(events, ({ answers }) => so.has(answers));
  const [first] = so;
  const when = points.flatMap(point => {
    const answer = first?.[answerKey(point)];
    return answer === undefined ? [] : [{ point, answer }];
  });
  return { ...violation, verdict: 'depends', points: [...violation.points, ...points], when };
}

/** Faults are what scripts are for; what is wrong while all is well they do not mend, but the rest of the text may. */
function depending(violation: Violation, open: readonly EventPoint[]): Violation {
  const deciding = violation.fault === undefined ? open.filter(({ isOfText }) => isOfText) : open;
  if (deciding.length === 0) return violation;
  return { ...violation, verdict: 'depends', points: [...violation.points, ...deciding] };
}

const keyOf = ({ invariant, breach, verdict }: Violation): string =>
  breach.kind === 'pinned' ? `${invariant} ${breach.destination}` : `${invariant} ${breach.kind} ${verdict}`;

function distinct(violations: readonly Violation[]): Violation[] {
  const found = new Map<string, Violation>();
  for (const one of violations) if (!found.has(keyOf(one))) found.set(keyOf(one), one);
  return [...found.values()];
}
