import type { ProgramMap } from '../../linux/index.ts';
import type { Origin, Router } from '../../model/index.ts';
import type { Finding, LinuxContext } from '../context.ts';
import { canHold } from '../lines/flows.ts';
import { addressSetLines } from './address-list.ts';
import type { ChainText } from './chain-text.ts';
import type { HelperChain } from './rule.ts';

/** What a router's firewall and lists are in nft: the same in every state of its lines. */
export interface Firewall {
  readonly chains: readonly ChainText[];
  readonly maps: readonly ProgramMap[];
  readonly helpers: readonly HelperChain[];
  /** Declarations of the sets that runs of rules look in. */
  readonly runs: readonly (readonly string[])[];
  /** Declarations of the sets of address lists. */
  readonly lists: readonly string[];
  /** Interfaces whose packets are asked whether their source is one of ours; none where no decisions are kept. */
  readonly guarded: readonly string[];
}

/** What was compiled, and what was said meanwhile. */
interface Compiled extends Pick<LinuxContext, 'meters' | 'leftOut' | 'guards'> {
  readonly key: string;
  readonly firewall: Firewall;
  readonly said: readonly (readonly [Origin, Finding])[];
}

const known = new WeakMap<Router, Compiled>();

/**
 * Compiles it, or hands out what was compiled for this very router: thousands of rules must not stand between a verdict on
 * a line and its routes. `compile` may read the router and what `key` names, nothing of routes or links.
 */
export function firewallOf(
  context: LinuxContext,
  compile: (context: LinuxContext) => Omit<Firewall, 'lists'>,
): Firewall {
  const key = keyOf(context);
  const before = known.get(context.router);
  const now = before?.key === key ? before : compiled(context, key, compile);
  known.set(context.router, now);
  context.meters.push(...now.meters);
  context.leftOut.push(...now.leftOut);
  context.guards.push(...now.guards);
  for (const [origin, finding] of now.said) context.report(origin, finding);
  return now.firewall;
}

/** Sets are numbered on from those that there are. */
function keyOf(context: LinuxContext): string {
  const { seed, features, plain, lines = [] } = context.options;
  return JSON.stringify([seed, features, plain, lines.length > 0, canHold(context), context.meters.length]);
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
