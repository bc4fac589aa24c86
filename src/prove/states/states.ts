import type { Router } from '../../model/index.ts';
import type { Fault, World } from '../../rib/index.ts';
import {
  type EventPoint,
  engineOf,
  type Phase,
  type Prepared,
  prepare,
  type Settled,
  type SettleOptions,
  settleAfter,
  settleWell,
} from '../../walk/index.ts';
import type { BreachKind } from '../breach.ts';
import type { ProveOptions } from '../prove-options.ts';
import type { Findings, Violation } from '../search.ts';

/** A router in one state of the world: one way, or several between which it goes for ever. */
export interface State {
  readonly prepared: readonly [Prepared, ...Prepared[]];
  /** What of scripts is open in this state. */
  readonly points: readonly EventPoint[];
}

/** The states of a router whose scripts are carried out; of our Linux program, those of leases and lines. */
export class States {
  readonly #options: ProveOptions;
  readonly #settling: SettleOptions;
  readonly #well: Settled;

  constructor(router: Router, world: World, options: ProveOptions) {
    this.#options = options;
    this.#settling = { ...options, engine: engineOf(options.engine) };
    this.#well = settleWell(router, world, this.#settling);
  }

  well(): State {
    return this.#ofSettled(this.#well);
  }

  after(fault: Fault): State {
    return this.#ofSettled(settleAfter(this.#well, [fault], this.#settling));
  }

  /** The state after a fault is over; undefined: nothing is left of it. */
  back(fault: Fault): State | undefined {
    const over = settleAfter(settleAfter(this.#well, [fault], this.#settling), [], this.#settling);
    return isEqualRouter(over.router, this.#well.router) ? undefined : this.#ofSettled(over);
  }

  #ofSettled(settled: Settled): State {
    const [first = settled, ...more] = settled.flapping?.phases ?? [];
    const prepared = [this.#prepare(first), ...more.map(phase => this.#prepare(phase))] as const;
    return { prepared, points: settled.points };
  }

  #prepare({ router, rib, world, dead }: Phase): Prepared {
    const { engine, names, assume, at } = this.#options;
    return prepare(router, rib, world, { engine, seed: 0, names, assume, at, dead });
  }
}

const isEqualRouter = (one: Router, other: Router): boolean => one === other || saidBy(one) === saidBy(other);

/** What a router says, as text: which scripts have said it, and how often, is left out. */
const saidBy = (router: Router): string =>
  JSON.stringify(router, (key, value: unknown) => (key === 'origin' || key === 'stated' ? undefined : value));

/** Searches each of the states between which a router goes; what is found in several is found once. */
export function searchState({ prepared, points }: State, search: (one: Prepared) => Findings): Findings {
  const found = prepared.map(search);
  const violations = distinct(found.flatMap(one => one.violations));
  // A script that is not carried out may be what saves the connection.
  const open = points.filter(({ kind }) => kind !== 'flapping');
  const judged = open.length === 0 ? violations : violations.map(one => depending(one, open));
  return {
    violations: judged,
    remarks: distinct(found.flatMap(one => one.remarks)),
    doubts: found.flatMap(one => one.doubts),
  };
}

/** Faults are what scripts are for; what is wrong while all is well they do not mend. */
function depending(violation: Violation, open: readonly EventPoint[]): Violation {
  if (violation.fault === undefined) return violation;
  return { ...violation, verdict: 'depends', points: [...violation.points, ...open] };
}

/** Kinds of which there may be several. */
const several: ReadonlySet<BreachKind['kind']> = new Set(['pinned', 'closed', 'into-itself']);

/** Of pinned addresses, closed servers and tunnels each is found; of all else, one of a kind. */
function keyOf({ invariant, breach, verdict }: Violation): string {
  if (!several.has(breach.kind)) return `${invariant} ${breach.kind} ${verdict}`;
  return breach.kind === 'pinned'
    ? `${invariant} ${breach.destination}`
    : JSON.stringify([invariant, breach]);
}

function distinct(violations: readonly Violation[]): Violation[] {
  const found = new Map<string, Violation>();
  for (const one of violations) if (!found.has(keyOf(one))) found.set(keyOf(one), one);
  return [...found.values()];
}
