import type { FirewallTable } from '../../model/index.ts';

/** Where packets enter a table by themselves. */
export interface BaseChain {
  readonly type: 'filter' | 'nat' | 'route';
  readonly hook: 'prerouting' | 'input' | 'forward' | 'output' | 'postrouting';
  /** nft's name of the priority, or a number. */
  readonly priority: string;
}

const filter = (hook: BaseChain['hook'], priority: string): BaseChain => ({ type: 'filter', hook, priority });
const nat = (hook: BaseChain['hook'], priority: string): BaseChain => ({ type: 'nat', hook, priority });

/**
 * RouterOS's built-in chains on netfilter's hooks (docs/routeros.md#packet-flow): raw before conntrack (-300), mangle
 * (-150) before dst-nat (-100), filter at 0, src-nat last (100). Mangle output is of type `route`, so a routing mark
 * set there is followed by a second routing decision.
 */
const bases: Readonly<Record<FirewallTable, Readonly<Record<string, BaseChain>>>> = {
  raw: { prerouting: filter('prerouting', 'raw'), output: filter('output', 'raw') },
  mangle: {
    prerouting: filter('prerouting', 'mangle'),
    input: filter('input', 'mangle'),
    forward: filter('forward', 'mangle'),
    output: { type: 'route', hook: 'output', priority: 'mangle' },
    postrouting: filter('postrouting', 'mangle'),
  },
  nat: {
    dstnat: nat('prerouting', 'dstnat'),
    srcnat: nat('postrouting', 'srcnat'),
    input: nat('input', '100'),
    output: nat('output', '-100'),
  },
  filter: {
    input: filter('input', 'filter'),
    forward: filter('forward', 'filter'),
    output: filter('output', 'filter'),
  },
};

/** The base chain of that name, or undefined for a chain that is only jumped to. */
export function baseChain(table: FirewallTable, chain: string): BaseChain | undefined {
  return Object.hasOwn(bases[table], chain) ? bases[table][chain] : undefined;
}

/** First line of a base chain's body. */
export function baseDeclaration({ type, hook, priority }: BaseChain): string {
  return `type ${type} hook ${hook} priority ${priority}; policy accept;`;
}
