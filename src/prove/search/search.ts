import type { Router } from '../../model/index.ts';
import type { Fault } from '../../rib/index.ts';
import {
  assumptionsOf,
  type Decisions,
  decisionsOf,
  distinctPoints,
  type EventAnswer,
  type Exploration,
  type Outcome,
  openAt,
  type Packet,
  type PointView,
  type Prepared,
  type Trace,
  viewsOf,
} from '../../walk/index.ts';
import type { PacketClass } from '../classes/classes.ts';
import type { Breach, BreachKind, Concerned, InvariantName, Weight } from '../invariants/breach.ts';
import { invariantsOf, judge } from '../invariants/invariants.ts';
import { leftToProvider } from '../invariants/sources.ts';
import { areAddressesSaid, isDefaultUnsaid } from '../states/uplinks.ts';
import { type Finding, judgeAll, type NotJudged, stoppedEarly } from '../unjudged/verdict.ts';
import { type Conversation, converseAll } from './conversation.ts';
import { isLimited, isLimiting, isRefused } from './limited.ts';
import type { SeedSolver } from './seed-solver.ts';
import { WaysLimit } from './ways-limit.ts';
import { sumOf, weighed } from './weight.ts';

/** An invariant that does not hold in one state of the world, with a packet that shows it. */
export interface Violation {
  readonly invariant: InvariantName;
  /** `depends`: only if the points go the wrong way. */
  readonly verdict: 'violated' | 'depends';
  readonly points: readonly PointView[];
  /** Answers to what scripts leave open with which it is so; undefined: with any. */
  readonly when?: readonly EventAnswer[] | undefined;
  readonly breach: BreachKind;
  /** Undefined: all WANs are well. */
  readonly fault?: Fault | undefined;
  /** Other states in which the same cause has the same effect. */
  readonly alsoIn?: readonly Fault[] | undefined;
  /** Other invariants that the same cause breaks. */
  readonly alsoBreaks?: readonly InvariantName[] | undefined;
  /** The fault is over, and something is left of it. */
  readonly isOver?: boolean | undefined;
  /** How many classes of packets break it. */
  readonly packetClasses: number;
  readonly weight?: Weight | undefined;
  /** VPN servers and port forwards among them. */
  readonly concerns?: readonly Concerned[] | undefined;
  /** Of the connections that the packet begins, 0..1; undefined where something open decides. */
  readonly share?: number | undefined;
  /** The same of other WANs, for the same reason; each has its own packet and share. */
  readonly alike?: readonly Violation[] | undefined;
  /** The shares of all these WANs added up. */
  readonly together?: number | undefined;
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
  /** What a text does on purpose and has its price: no violation. */
  readonly remarks: readonly Violation[];
  readonly violations: readonly Violation[];
  readonly doubts: readonly Doubt[];
}

/** Walks all ways of one packet of each class: one violation and one doubt for each invariant, with the first packet. */
export function searchIn(
  prepared: Prepared,
  classes: readonly PacketClass[],
  solver: SeedSolver,
  { fault, holding, walked, limit = new WaysLimit() }: SearchOptions = {},
): Findings {
  const search = new Search(prepared, solver, fault, limit);
  for (const [i, one] of classes.entries()) {
    walked?.(i + 1, classes.length);
    const ways = search.look(one);
    if (ways) holding?.(one, ways);
  }
  return search.findings;
}

/** Told with each packet: which it is, and of how many. */
export type Walked = (packet: number, packets: number) => void;

interface SearchOptions {
  /** The fault that led to this state. */
  readonly fault?: Fault | undefined;
  /** One for all states. */
  readonly limit?: WaysLimit | undefined;
  readonly walked?: Walked | undefined;
  /** Gets each class that breaks nothing, with its ways. */
  readonly holding?: ((one: PacketClass, ways: Exploration<Conversation>) => void) | undefined;
}

/** What is merged into one violation. */
interface Topic {
  readonly topic: string;
  readonly invariant: InvariantName;
  readonly share: number | undefined;
}

/** Remarks stand apart: one for each pinned address, one for transit. */
function topicOf({ invariant, breach }: Breach): string {
  if (breach.kind === 'pinned') return `${invariant} ${breach.destination}`;
  if (breach.kind === 'into-itself') return `${invariant} ${breach.ring.toSorted().join()}`;
  return isAside(breach) || breach.kind === 'unencrypted' ? `${invariant} ${breach.kind}` : invariant;
}

const isAside = ({ kind }: BreachKind): boolean =>
  kind === 'transit' || kind === 'sent-on' || kind === 'pinged';

const isAbout = (topic: string, breach: Breach | undefined): boolean =>
  breach !== undefined && topicOf(breach) === topic;

const isOfRemarks = ({ breach }: Pick<Violation, 'breach'>): boolean =>
  breach.kind === 'pinned' || isAside(breach);

const isRemark = (one: Violation): boolean => isOfRemarks(one) || isLimited(one);

class Search {
  readonly #violations = new Map<string, Violation>();
  readonly #doubts = new Map<InvariantName, Doubt>();
  readonly #prepared: Prepared;
  readonly #solver: SeedSolver;
  readonly #fault: Fault | undefined;
  readonly #limit: WaysLimit;

  constructor(prepared: Prepared, solver: SeedSolver, fault: Fault | undefined, limit: WaysLimit) {
    this.#limit = limit;
    this.#prepared = prepared;
    this.#solver = solver;
    this.#fault = fault;
  }

  get findings(): Findings {
    const all = [...this.#violations.values()];
    const violations = all.filter(one => !isRemark(one));
    // Where every destination is lost, one address more is no news; nor are pings where services fare alike.
    const isKnown = ({ invariant, breach }: Violation): boolean =>
      violations.some(
        one => one.invariant === invariant && (one.weight?.kind === 'everything' || breach.kind === 'pinged'),
      );
    const remarks = all.filter(one => isRemark(one) && !isKnown(one) && !this.#isLeftToTheRest(one));
    return { violations, remarks, doubts: [...this.#doubts.values()] };
  }

  /** Gives the ways of a class that breaks nothing, as far as it was walked. */
  look(one: PacketClass): Exploration<Conversation> | undefined {
    const ways = converseAll(this.#prepared, one.packet, { limit: this.#limit });
    const breaches = new Map<Outcome<Conversation>, Breach>();
    for (const outcome of ways.outcomes) {
      const breach = judge(this.#prepared, one, outcome.result);
      if (!breach) this.#doubtProvider(one, outcome.result);
      if (!breach || this.#isMeant(breach)) continue;
      const unsaid = this.#unsaid(breach);
      if (unsaid) this.#doubt(one, breach.invariant, unsaid);
      else breaches.set(outcome, weighed(this.#prepared, breach));
    }
    const tree = decisionsOf(ways);
    const topics = new Map([...breaches.values()].map(breach => [topicOf(breach), breach.invariant]));
    if (tree)
      for (const [topic, invariant] of topics) {
        const share = shareOf(ways, this.#prepared, outcome => isAbout(topic, breaches.get(outcome)));
        this.#note(one, { topic, invariant, share }, this.#judge(tree, breaches, topic), breaches);
      }
    if (ways.complete) return breaches.size === 0 ? ways : undefined;
    const broken = new Set(
      [...breaches.values()].filter(one => !isOfRemarks(one)).map(({ invariant }) => invariant),
    );
    for (const invariant of invariantsOf(one.direction)) {
      if (!broken.has(invariant)) this.#doubt(one, invariant, stoppedEarly);
    }
    return undefined;
  }

  #doubtProvider(one: PacketClass, { first }: Conversation): void {
    if (one.direction !== 'lan-to-internet') return;
    const doubt = leftToProvider(this.#prepared, first);
    if (doubt) this.#doubt(one, doubt.invariant, doubt.why);
  }

  /** A part of a configuration without any rule of the filter says nothing of a firewall. */
  #isLeftToTheRest({ breach }: Violation): boolean {
    const { router } = this.#prepared;
    const isPart = router.version.text === '' && !areAddressesSaid(this.#prepared);
    return breach.kind === 'transit' && isPart && router.firewall.ipv4.filter.length === 0;
  }

  /**
   * Netwatch asks in order to find out that nobody answers. Servers that leases name are those of the lines: with a dead
   * line the router has those of the others.
   */
  #isMeant({ breach }: Breach): boolean {
    if (this.#fault === undefined || breach.kind !== 'own') return false;
    return breach.service === 'netwatch' || (breach.service === 'DNS' && breach.name === '');
  }

  /** It finds no route, in a part of a configuration that does not say where main leads, or beside who may teach one. */
  #unsaid({ trace }: Breach): NotJudged | undefined {
    if (trace.ending.kind !== 'no-route') return undefined;
    return isDefaultUnsaid(this.#prepared) ? { kind: 'no-default' } : taughtBy(this.#prepared.router);
  }

  #judge(
    tree: Decisions<Conversation>,
    breaches: ReadonlyMap<Outcome<Conversation>, Breach>,
    topic: string,
  ): Finding<Conversation> {
    return judgeAll(tree, {
      isOpen: openAt(this.#prepared),
      judge: outcome =>
        isAbout(topic, breaches.get(outcome)) ? this.#violated(outcome, topic) : { kind: 'holds' },
    });
  }

  /** A way that hashes decide exists only if some boot brings it about. */
  #violated(outcome: Outcome<Conversation>, topic: string): Finding<Conversation> {
    if (this.#violations.get(topic)?.verdict === 'violated') return { kind: 'violated', outcome, seed: 0 };
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
    { topic, invariant, share }: Topic,
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
    const points = finding.kind === 'depends' ? viewsOf(this.#prepared, finding.points) : [];
    if (isCutShort(breach, points) || isNotInForce(breach, points)) return;
    const { kind: verdict, seed } = finding;
    const { packet } = one;
    const made = {
      ...breach,
      verdict,
      points,
      fault: this.#fault,
      packetClasses: 1,
      share,
      packet,
      seed,
      prepared: this.#prepared,
    };
    const key = isLimited(made) ? `${topic} limited` : topic;
    const known = this.#violations.get(key);
    this.#violations.set(key, known ? merged(known, made) : made);
  }

  #doubt({ packet }: PacketClass, invariant: InvariantName, why: NotJudged): void {
    if (!this.#doubts.has(invariant))
      this.#doubts.set(invariant, { invariant, why, packet, fault: this.#fault });
  }
}

/** A routing protocol whose routes no text shows. */
function taughtBy(router: Router): NotJudged | undefined {
  const protocols: readonly string[] = ['OSPF', 'BGP', 'RIP'];
  const found = assumptionsOf(router).find(one => one.kind === 'service' && protocols.includes(one.service));
  return found?.kind === 'service'
    ? { kind: 'taught', protocol: found.service, origin: found.origin }
    : undefined;
}

/** Rules end a connection for its size, its content, or because there are too many: that can only be meant. */
function isCutShort({ breach, trace }: Breach, points: readonly PointView[]): boolean {
  return breach.kind === 'later' && isRefused(trace) && points.some(isLimiting);
}

/** A policy that is not in force takes nothing, and what asks for policies does as if there were none: so it shall be then. */
const isNotInForce = ({ breach }: Breach, points: readonly PointView[]): boolean =>
  breach.kind === 'unencrypted' && points.some(({ kind }) => kind === 'ipsec');

/** What is certain is shown before what depends, and what concerns everything before what does not. */
export function merged(known: Violation, more: Violation): Violation {
  const concerns = concernsOf(known, more);
  if (known.verdict !== more.verdict) return { ...(known.verdict === 'violated' ? known : more), concerns };
  const [shown, other] =
    more.weight?.kind === 'everything' && known.weight?.kind === 'only' ? [more, known] : [known, more];
  return {
    ...shown,
    packetClasses: known.packetClasses + more.packetClasses,
    points: distinctPoints([...known.points, ...more.points]),
    weight: sumOf(shown.weight, other.weight),
    concerns,
  };
}

/** Each service once. */
function concernsOf(one: Violation, other: Violation): readonly Concerned[] | undefined {
  const all = [...(one.concerns ?? []), ...(other.concerns ?? [])];
  const found = new Map(all.map(service => [JSON.stringify(service), service]));
  return found.size === 0 ? undefined : [...found.values()];
}

/** How many of the connections take the ways that are meant; undefined where something open decides. */
function shareOf(
  { outcomes, links, complete }: Exploration<Conversation>,
  prepared: Prepared,
  isMeant: (outcome: Outcome<Conversation>) => boolean,
): number | undefined {
  const isOpen = openAt(prepared);
  const known = complete && links.length === 0;
  if (!known || outcomes.some(({ picks }) => picks.some(({ point }) => isOpen(point)))) return undefined;
  return outcomes.filter(isMeant).reduce((sum, { share }) => sum + share, 0);
}
