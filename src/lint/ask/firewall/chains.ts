import {
  type FirewallTable,
  isBuiltIn,
  type Mention,
  type Named,
  type Router,
  referencesOf,
} from '../../../model/index.ts';

/** Chains with rules that a router makes itself, or jumps to (docs/routeros.md#hotspot). */
const madeByServices = /^(?:pre-)?hs-|^hotspot$|^unused-hs-chain$|^dynamic|^ppp$/;

/** A chain of the text's own, with the enabled rules that it has and those that jump to it. */
export interface OwnChain {
  readonly name: string;
  /** `ipv4 filter` */
  readonly scope: string;
  readonly rules: readonly Mention[];
  readonly jumps: readonly Mention[];
}

export const ownChains = (router: Router): OwnChain[] =>
  referencesOf(router)
    .of('chain')
    .filter(chain => !isMade(router, chain))
    .map(({ name, scope, definitions, uses }) => ({
      name,
      scope,
      rules: definitions.filter(isEnabled),
      jumps: uses.filter(isEnabled),
    }));

const isEnabled = ({ item }: Mention): boolean => item.disabled !== true;

/** PPP profiles name chains by which their clients' packets go. */
const isMade = ({ plain }: Router, { name, scope }: Named): boolean =>
  isBuiltIn('chain', name, scope) ||
  madeByServices.test(name) ||
  plain.some(({ properties }) =>
    [properties['incoming-filter'], properties['outgoing-filter']].includes(name),
  );

/** `input` without a table is taken for that of the filter. */
const tablesByUse: readonly FirewallTable[] = ['filter', 'nat', 'mangle', 'raw'];

/** The table that has a chain of that name from the factory, where another one has a rule in it. */
export const homeOf = ({ name, scope }: OwnChain): string | undefined =>
  tablesByUse.find(table => !scope.endsWith(table) && isBuiltIn('chain', name, table));

/** Do packets enter this table by any rule of the text? A file of one chain leaves the rest to others. */
export const isEntered = (router: Router, { scope }: OwnChain): boolean =>
  referencesOf(router)
    .of('chain')
    .some(chain => chain.scope === scope && chain.builtIn && chain.definitions.some(isEnabled));

/** The one chain of its table that rules jump to and that has none, where this is the one that has rules and no jump. */
export function jumpMeant(router: Router, chain: OwnChain): OwnChain | undefined {
  const same = ownChains(router).filter(({ scope }) => scope === chain.scope);
  const [empty, ...more] = same.filter(({ rules, jumps }) => rules.length === 0 && jumps.length > 0);
  const unused = same.filter(({ rules, jumps }) => rules.length > 0 && jumps.length === 0);
  return more.length === 0 && unused.length === 1 && unused[0]?.name === chain.name ? empty : undefined;
}
