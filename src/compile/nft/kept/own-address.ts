import type { FirewallRule, Matcher } from '../../../model/index.ts';
import type { Chain } from '../chain-index.ts';
import type { ShortCut } from '../short-cut.ts';
import type { Split } from './split.ts';

// Rules that balance and route ask whether a packet is for the router itself, each of them, and each time the kernel looks in its local
// table. Where the last rules of a chain all ask it, packets for the router leave before them, and nothing asks again: no
// action of mangle changes where a packet goes to.

/** A chain in two: its rules up to where all others ask for what is not the router's, and those, without that question. */
export interface OwnAsked {
  readonly first: Chain;
  readonly rest: Chain;
  /** The rule of the text that each rule of the rest is. */
  readonly originals: ReadonlyMap<FirewallRule, FirewallRule>;
}

/** Undefined where fewer than two rules at the end ask. */
export function askOwnOnce({ inside: chain, originals }: Split): OwnAsked | undefined {
  const at = chain.rules.findLastIndex(({ matchers }) => !matchers.some(isNotOwn)) + 1;
  const asking = chain.rules.slice(at);
  if (asking.length < 2) return undefined;
  const without = asking.map(
    rule => [{ ...rule, matchers: rule.matchers.filter(one => !isNotOwn(one)) }, rule] as const,
  );
  return {
    first: { ...chain, rules: chain.rules.slice(0, at) },
    rest: { ...chain, name: restName, rules: without.map(([rule]) => rule) },
    originals: new Map(without.map(([rule, asked]) => [rule, originals.get(asked) ?? asked])),
  };
}

/** What the chains of the rest's rules are called after. */
const restName = 'decided_through';

/** Asks for packets to the router itself. */
export const toOwn = 'fib daddr type local';

export const ownOnce = ({ originals }: OwnAsked): ShortCut => ({
  kind: 'one-look-up',
  rules: [...originals.values()],
  why: {
    en: 'all of them ask that the packet is not for the router itself, which is asked once',
    id: 'semuanya mensyaratkan paket bukan untuk router sendiri, dan itu diperiksa sekali',
  },
});

/** `dst-address-type=!local` */
const isNotOwn = (matcher: Matcher): boolean =>
  matcher.kind === 'dst-address-type' &&
  matcher.negated &&
  matcher.types.length === 1 &&
  matcher.types[0] === 'local';
