import type { Fault } from '../rib/index.ts';
import {
  type Decisions,
  decisionsOf,
  distinctPoints,
  type Outcome,
  openAt,
  type Packet,
  type PointView,
  type Prepared,
  type Trace,
  viewOf,
} from '../walk/index.ts';
import type { Breach, BreachKind, InvariantName } from './breach.ts';
import type { PacketClass } from './classes.ts';
import { type Conversation, converseAll } from './conversation.ts';
import { invariantsOf, judge } from './invariants.ts';
import type { SeedSolver } from './seed-solver.ts';
import { type Finding, judgeAll, type NotJudged, stoppedEarly } from './verdict.ts';

/** An invariant that does not hold in one state of the world, with a packet that shows it. */
export interface Violation {
  readonly invariant: InvariantName;
  /** `depends`: only if the points go the wrong way. */
  readonly verdict: 'violated' | 'depends';
  readonly points: readonly PointView[];
  readonly breach: BreachKind;
  /** Undefined: all WANs are well. */
  readonly fault?: Fault | undefined;
  /** How many classes of packets break it. */
  readonly packetClasses: number;
  /** What begins the conversation, and the walk in it that is wrong. */
  readonly packet: Packet;
  readonly trace: Trace;
  /** A seed (drawn by RouterOS at boot) with which the hash goes that way. */
  readonly seed: number;
  readonly prepared: Prepared;
}

/** An invariant that could not be judged for some packets. */
export interface Doubt {
  readonly invariant: InvariantName;
  readonly why: NotJudged;
  /** The first of these packets; undefined: there is none to begin with. */
  readonly packet?: Packet | undefined;
  readonly fault?: Fault | undefined;
}

/** What a search found, and what it could not find out. */
export interface Findings {
  readonly violations: readonly Violation[];
  readonly doubts: readonly Doubt[];
}

/** Walks all ways of one packet of each class: one violation and one doubt for each invariant, with the first packet. */
export function searchIn(
  prepared: Prepared,
  classes: readonly PacketClass[],
  solver: SeedSolver,
  fault?: Fault,
): Findings {
  const search = new Search(prepared, solver, fault);
  for (const one of classes) search.look(one);
  return search.findings;
}

class Search {
  readonly #violations = new Map<InvariantName, Violation>();
  readonly #doubts = new Map<InvariantName, Doubt>();
  readonly #prepared: Prepared;
  readonly #solver: SeedSolver;
  readonly #fault: Fault | undefined;

  constructor(prepared: Prepared, solver: SeedSolver, fault: Fault | undefined) {
    this.#prepared = prepared;
    this.#solver = solver;
    this.#fault = fault;
  }

  get findings(): Findings {
    return { violations: [...this.#violations.values()], doubts: [...this.#doubts.values()] };
  }

  look(one: PacketClass): void {
    const ways = converseAll(this.#prepared, one.packet);
    const breaches = new Map<Outcome<Conversation>, Breach>();
    for (const outcome of ways.outcomes) {
      const breach = judge(this.#prepared, one, outcome.result);
      if (breach) breaches.set(outcome, breach);
    }
    const tree = decisionsOf(ways);
    const broken = new Set([...breaches.values()].map(({ invariant }) => invariant));
    if (tree)
      for (const invariant of broken)
        this.#note(one, invariant, this.#judge(tree, breaches, invariant), breaches);
    if (ways.complete) return;
    for (const invariant of invariantsOf(one.direction)) {
      if (!broken.has(invariant)) this.#doubt(one, invariant, stoppedEarly);
    }
  }

  #judge(
    tree: Decisions<Conversation>,
    breaches: ReadonlyMap<Outcome<Conversation>, Breach>,
    invariant: InvariantName,
  ): Finding<Conversation> {
    return judgeAll(tree, {
      isOpen: openAt(this.#prepared),
      judge: outcome =>
        breaches.get(outcome)?.invariant === invariant
          ? this.#violated(outcome, invariant)
          : { kind: 'holds' },
    });
  }

  /** A way that hashes decide exists only if some boot brings it about. */
  #violated(outcome: Outcome<Conversation>, invariant: InvariantName): Finding<Conversation> {
    if (this.#violations.get(invariant)?.verdict === 'violated')
      return { kind: 'violated', outcome, seed: 0 };
    const found = this.#solver.solve(outcome.hashes);
    if (found.kind === 'found') return { kind: 'violated', outcome, seed: found.seed };
    if (found.kind === 'impossible') return { kind: 'holds' };
    return {
      kind: 'not-judged',
      why: { kind: 'no-seed', tried: found.tried },
    };
  }

  #note(
    one: PacketClass,
    invariant: InvariantName,
    finding: Finding<Conversation>,
    breaches: ReadonlyMap<Outcome<Conversation>, Breach>,
  ): void {
    if (finding.kind === 'holds') return;
    if (finding.kind === 'not-judged') {
      this.#doubt(one, invariant, finding.why);
      return;
    }
    const breach = breaches.get(finding.outcome);
    if (!breach) return;
    const points = finding.kind === 'depends' ? this.#viewsOf(finding.points) : [];
    const known = this.#violations.get(invariant);
    const { kind: verdict, seed } = finding;
    const { packet } = one;
    const made = {
      ...breach,
      verdict,
      points,
      fault: this.#fault,
      packetClasses: 1,
      packet,
      seed,
      prepared: this.#prepared,
    };
    this.#violations.set(invariant, known ? merged(known, made) : made);
  }

  #viewsOf(numbers: ReadonlySet<number>): PointView[] {
    return [...numbers].flatMap(number => {
      const point = this.#prepared.points[number];
      return point ? [viewOf(point)] : [];
    });
  }

  #doubt({ packet }: PacketClass, invariant: InvariantName, why: NotJudged): void {
    if (!this.#doubts.has(invariant))
      this.#doubts.set(invariant, { invariant, why, packet, fault: this.#fault });
  }
}

/** What is certain is shown before what depends. */
function merged(known: Violation, more: Violation): Violation {
  if (known.verdict === more.verdict) {
    return {
      ...known,
      packetClasses: known.packetClasses + 1,
      points: distinctPoints([...known.points, ...more.points]),
    };
  }
  return known.verdict === 'violated' ? known : more;
}
