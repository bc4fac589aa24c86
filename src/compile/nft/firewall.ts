import { markKinds, type Origin, type Router, rolesOf } from '../../model/index.ts';
import type { Finding } from '../../text/index.ts';
import type { LinuxContext } from '../context.ts';
import { canHold } from '../lines/flows.ts';
import { type First, linesOf } from '../lines/used.ts';
import type { Divided } from '../shares/index.ts';
import { addressSetLines } from './address-list.ts';
import type { ChainText } from './chain-text.ts';
import type { HelperChain } from './rule.ts';
import type { ShortCut } from './short-cut.ts';

/** What a router's firewall and lists are in nft: the same in every state of its lines. */
export interface Firewall {
  readonly chains: readonly ChainText[];
  readonly helpers: readonly HelperChain[];
  /** Declarations of the maps and sets that rules look in. */
  readonly lookups: readonly (readonly string[])[];
  readonly shortCuts: readonly ShortCut[];
  /** Rules for which a map of buckets stands: what it holds depends on the lines. */
  readonly divided: readonly Divided[];
  /** Declarations of the sets of address lists. */
  readonly lists: readonly string[];
  /** Interfaces whose packets are asked whether their source is one of ours; none where no decisions are kept. */
  readonly guarded: readonly string[];
  /** Chains of first packets: which line's number these get there depends on the lines. */
  readonly firsts: readonly First[];
  /** The chain of src-nat, where it asks connections for the line that they leave by. */
  readonly srcnat: string | undefined;
}

/** What was compiled, and what was said meanwhile. */
interface Compiled extends Pick<LinuxContext, 'meters' | 'leftOut' | 'guards'> {
  readonly key: string;
  readonly firewall: Firewall;
  readonly said: readonly (readonly [Origin, Finding])[];
}

const known = new WeakMap<Router, Compiled>();

/** The latest one: a script that sets a route makes another router of it, with the same firewall. */
let latest: { readonly router: Router; readonly compiled: Compiled } | undefined;

/**
 * Compiles it, or hands out what was compiled for this very router: thousands of rules must not stand between a verdict on
 * a line and its routes. `compile` may read the router and what `key` names, nothing of routes or links.
 */
export function firewallOf(
  context: LinuxContext,
  compile: (context: LinuxContext) => Omit<Firewall, 'lists'>,
): Firewall {
  const { router } = context;
  const key = keyOf(context);
  const before =
    known.get(router) ?? (latest && isSameBut(latest.router, router) ? latest.compiled : undefined);
  const now = before?.key === key ? before : compiled(context, key, compile);
  known.set(router, now);
  latest = { router, compiled: now };
  context.meters.push(...now.meters);
  context.leftOut.push(...now.leftOut);
  context.guards.push(...now.guards);
  for (const [origin, finding] of now.said) context.report(origin, finding);
  return now.firewall;
}

/** Sets are numbered on from those that there are; routes count only by the ports and marks that they show. */
function keyOf(context: LinuxContext): string {
  const { seed, features, plain, exactCounters, shares, lines = [] } = context.options;
  const marks = markKinds.map(kind => [...context.marks[kind]]);
  const { wans, lans } = rolesOf(context.router);
  const shown = [marks, context.marks.overflow, wans, lans];
  const numbers = linesOf(context).map(({ interface: name, number }) => [name, number]);
  return JSON.stringify([
    ...[
      seed,
      features,
      plain,
      exactCounters,
      lines.length > 0,
      shares !== undefined,
      canHold(context),
      numbers,
      context.meters.length,
      shown,
    ],
  ]);
}

/** Do they share all their items but routes? */
const isSameBut = ({ routes: _, ...one }: Router, { routes: __, ...other }: Router): boolean =>
  isShared(one, other);

/** Items have to be the very same: what is said of rules is known by them. */
function isShared(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => one === b[i]);
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every(key => isShared(one[key], other[key]));
}

function compiled(
  context: LinuxContext,
  key: string,
  compile: (context: LinuxContext) => Omit<Firewall, 'lists'>,
): Compiled {
  const said: (readonly [Origin, Finding])[] = [];
  const own: LinuxContext = {
    ...context,
    ...{ meters: [...context.meters], leftOut: [], guards: [] },
    report: (origin, finding) => void said.push([origin, finding]),
  };
  const firewall = { ...compile(own), lists: addressSetLines(own) };
  const { leftOut, guards } = own;
  return { key, firewall, said, leftOut, guards, meters: own.meters.slice(context.meters.length) };
}
