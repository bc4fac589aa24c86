import type { Behaviour, RuleChanges } from '../compile/index.ts';
import {
  type Engine,
  type FirewallRule,
  type Matcher,
  marksOf,
  type Origin,
  type Router,
  rolesOf,
  type Semantics,
  semanticsOf,
  unmarked,
} from '../model/index.ts';
import type { Family, Ipv4 } from '../net/index.ts';
import type { Rib, World } from '../rib/index.ts';
import { type Lifetimes, lifetimesOf } from './conntrack/lifetime.ts';
import { Interner } from './interner.ts';
import { LocalAddresses } from './route/local-addresses.ts';
import { type About, chosen, type WalkState } from './state.ts';

export interface WalkOptions {
  /** Whose rules: `behaviourOf` compiles what Linux needs. */
  readonly engine: Behaviour;
  /** Whose rules of the firewall; IPv4 where not said. Packets have IPv4 addresses as yet. */
  readonly family?: Family | undefined;
  /** the seed that RouterOS draws at boot, or that of our Linux program. */
  readonly seed: number;
  /** What DNS names in address lists resolve to. */
  readonly names?: Readonly<Record<string, readonly Ipv4[]>> | undefined;
  /** Interfaces that are dead although the routes do not show it. */
  readonly dead?: readonly string[] | undefined;
  /** The moment that is asked about, ms since Sunday began; undefined: any. */
  readonly at?: number | undefined;
  /** Answers to what is open: by key (`limit`), or by key and line (`limit@12`). */
  readonly assume?: Readonly<Record<string, string>> | undefined;
}

/** Something that the packet's header and the text do not decide: a place where `WalkState.choose` is asked. */
export interface Point {
  readonly kind: 'pcc' | 'nth' | 'random' | 'hop' | 'limit' | 'open';
  /** The rule that asks, or the first of those that ask the same. */
  readonly rule?: FirewallRule | undefined;
  /** The statement that asks, where it is no rule. */
  readonly origin?: Origin | undefined;
  /** What is asked, `both-addresses:3`. */
  readonly name: string;
  /** The condition that asks. */
  readonly matcher?: Matcher | undefined;
  /** What is open: the word by which the user settles it, and its answers, the ordinary one first. */
  readonly key?: string | undefined;
  readonly choices?: readonly string[] | undefined;
  /** The answer that the user has given. */
  readonly settled?: number | undefined;
}

/** What all parts of a prepared router share while it is being compiled. */
export interface Setup {
  readonly router: Router;
  readonly family: Family;
  readonly rib: Rib;
  readonly world: World;
  readonly options: WalkOptions;
  /** What that version and engine do. */
  readonly semantics: Semantics;
  /** In which rules it is not the text. */
  readonly changes: RuleChanges;
  readonly interfaces: Interner;
  readonly connectionMarks: Interner;
  readonly packetMarks: Interner;
  /** Routing marks; each is the name of a table. */
  readonly routingMarks: Interner;
  readonly lists: Interner;
  readonly local: LocalAddresses;
  /** Names of uplinks, and their numbers. */
  readonly wans: readonly string[];
  readonly wanIds: ReadonlySet<number>;
  readonly points: Point[];
  readonly lifetimes: Lifetimes;
}

const noChanges: RuleChanges = { leftOut: [], guards: [] };

/** Does the router follow the text's own rules? */
export const asWritten = (behaviour: Behaviour): behaviour is 'routeros' => behaviour === 'routeros';

/** Whose behaviour it is. */
export const engineOf = (behaviour: Behaviour): Engine => (asWritten(behaviour) ? 'routeros' : 'linux');

export function makeSetup(router: Router, rib: Rib, world: World, options: WalkOptions): Setup {
  const interfaces = new Interner();
  const semantics = semanticsOf(router.version, engineOf(options.engine));
  const marks = marksOf(router);
  for (const name of Object.keys(world.interfaces)) interfaces.id(name);
  const { wans } = rolesOf(router);
  return {
    router,
    family: options.family ?? 'ipv4',
    rib,
    world,
    options,
    semantics,
    changes: asWritten(options.engine) ? noChanges : options.engine,
    interfaces,
    connectionMarks: new Interner(unmarked.connection, marks.connection),
    packetMarks: new Interner(unmarked.packet, marks.packet),
    routingMarks: new Interner(unmarked.routing, marks.routing),
    lists: new Interner(),
    local: new LocalAddresses(world, interfaces, semantics),
    wans,
    wanIds: new Set(wans.map(name => interfaces.id(name))),
    points: [],
    lifetimes: lifetimesOf(router),
  };
}

/** A new point; gives its number. */
export function addPoint({ points }: Setup, point: Point): number {
  points.push(point);
  return points.length - 1;
}

/** A new point of a statement that is no rule. */
export function addPointOf(setup: Setup, origin: Origin, point: Point): number {
  return addPoint(setup, { ...point, origin, settled: settledIn(setup.options, point, origin) });
}

/** Points belong to the rule whose matchers asked first; what the user has answered is settled. */
export function placePoints({ points, options }: Setup, first: number, rule: FirewallRule): void {
  for (let i = first; i < points.length; i++) {
    const point = points[i];
    if (point) points[i] = { ...point, rule, settled: settledIn(options, point, rule.origin) };
  }
}

/** The answer that the user has given. */
function settledIn({ assume = {} }: WalkOptions, point: Point, { span }: Origin): number | undefined {
  const key = point.key ?? point.kind;
  const answer = assume[`${key}@${span.start.line}`] ?? assume[key] ?? '';
  const settled = point.choices?.indexOf(answer) ?? -1;
  return settled < 0 ? undefined : settled;
}

/** What was settled, or what the state's chooser decides at a point; -1: neither, so that hash, counters and chance decide. */
export function ask(
  { points }: Setup,
  state: WalkState,
  point: number,
  size: number,
  about?: () => About,
): number {
  return points[point]?.settled ?? chosen(state, point, size, about);
}
