import type { FirewallRule, FirewallTable, Router } from '../../model/index.ts';
import { type BaseChain, baseChain } from './base-chains.ts';
import { identifiers } from './names.ts';

/** Which chains there are, what nft calls them and from which hooks they are reached. */
export interface ChainIndex {
  readonly chains: readonly Chain[];
  /** The nft name of a chain. */
  nameOf(table: FirewallTable, chain: string): string;
  /** Netfilter hooks whose packets can reach the chain. */
  hooksOf(table: FirewallTable, chain: string): readonly string[];
  /** How a packet leaves a chain for good: `accept`, or to where what was decided about it is kept. */
  endOf(table: FirewallTable, chain: string): string;
  /** Are decisions kept in the marks of connections? Then who sets a connection's mark ends them. */
  readonly keeps: boolean;
}

/** One chain with its enabled rules, in order. `base` where packets enter it by themselves. */
export interface Chain {
  readonly table: FirewallTable;
  readonly chain: string;
  readonly name: string;
  readonly base: BaseChain | undefined;
  readonly rules: readonly FirewallRule[];
}

/** Tables in the order in which a packet meets them within a hook. */
const tables: readonly FirewallTable[] = ['raw', 'mangle', 'nat', 'filter'];

/** Reads all chains: those with rules, and those that are jumped to (an empty one returns at once). */
export function indexChains(router: Router): ChainIndex {
  const chains = tables.flatMap(table => chainsOf(table, router.firewall.ipv4[table]));
  const find = (table: FirewallTable, chain: string) =>
    chains.find(c => c.table === table && c.chain === chain);
  return {
    chains,
    nameOf: (table, chain) => find(table, chain)?.name ?? '',
    hooksOf: (table, chain) => hooksReaching(chains, table, chain),
    endOf: () => 'accept',
    keeps: false,
  };
}

function chainsOf(table: FirewallTable, all: readonly FirewallRule[]): Chain[] {
  const rules = all.filter(({ disabled }) => !disabled);
  const names = [...new Set([...rules.map(({ chain }) => chain), ...rules.flatMap(jumpTargets)])];
  const nftNames = identifiers(names, `${table}_`);
  return names.map(chain => ({
    table,
    chain,
    name: nftNames.get(chain) ?? '',
    base: baseChain(table, chain),
    rules: rules.filter(rule => rule.chain === chain),
  }));
}

const jumpTargets = ({ action }: FirewallRule): string[] => (action.kind === 'jump' ? [action.target] : []);

function hooksReaching(chains: readonly Chain[], table: FirewallTable, chain: string): readonly string[] {
  const reached = new Set([chain]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const caller of chains) {
      if (caller.table !== table || reached.has(caller.chain)) continue;
      if (caller.rules.some(rule => jumpTargets(rule).some(target => reached.has(target))))
        reached.add(caller.chain);
    }
  }
  const bases = chains.filter(c => c.table === table && reached.has(c.chain)).map(({ base }) => base?.hook);
  return [...new Set(bases.filter(hook => hook !== undefined))];
}
