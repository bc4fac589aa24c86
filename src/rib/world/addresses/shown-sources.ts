import {
  type FirewallRule,
  isIpv4Match,
  type Matcher,
  membersOf,
  type Router,
  rulesOf,
} from '../../../model/index.ts';
import {
  type Ipv4Prefix,
  isPrivateNetwork,
  networkOf,
  prefixContains,
  splitPrefix,
} from '../../../net/index.ts';
import type { ShownNetwork } from './shown-network.ts';

/** Networks that rules for what clients send name as its source. */
export function shownBySources(router: Router): ShownNetwork[] {
  const rules = rulesOf(router, 'ipv4').filter(rule => !rule.disabled && isForClients(rule));
  const shown = rules.flatMap(({ matchers, origin }) =>
    sourcesIn(router, matchers).map(network => ({ network, interface: arrivalOf(router, matchers), origin })),
  );
  const ruled = router.routingRules.flatMap(({ disabled, srcAddress, origin }) =>
    disabled || srcAddress === undefined || !isPrivateNetwork(srcAddress)
      ? []
      : [{ network: asOfALan(srcAddress), origin }],
  );
  return [...shown, ...ruled];
}

const isForClients = ({ table, chain, action }: FirewallRule): boolean =>
  (table === 'mangle' && chain === 'prerouting' && action.kind.startsWith('mark-')) ||
  (table === 'nat' && chain === 'srcnat');

function sourcesIn(router: Router, matchers: readonly Matcher[]): Ipv4Prefix[] {
  const stated = matchers.flatMap(one => {
    if (one.negated) return [];
    if (one.kind === 'src-address') return [one.address];
    return one.kind === 'src-address-list' ? entriesOf(router, one.list) : [];
  });
  return stated
    .filter(isIpv4Match)
    .map(one => (one.kind === 'prefix' ? one.prefix : (`${one.from}/32` as const)))
    .filter(isPrivateNetwork)
    .map(asOfALan);
}

const entriesOf = ({ addressLists }: Router, list: string) =>
  addressLists.flatMap(one =>
    one.list !== list || one.disabled || one.address.kind === 'name' ? [] : [one.address],
  );

function arrivalOf(router: Router, matchers: readonly Matcher[]): string | undefined {
  for (const one of matchers) {
    if (one.negated) continue;
    if (one.kind === 'in-interface') return one.interface;
    if (one.kind === 'in-interface-list') return membersOf(router, one.list)[0];
  }
  return undefined;
}

/** A network as a LAN has it: the /24 around a host, and the usual one in a large range. */
function asOfALan(prefix: Ipv4Prefix): Ipv4Prefix {
  const { address, length } = splitPrefix(prefix);
  if (length >= 22 && length <= 30) return prefix;
  if (length > 30) return networkOf({ address, length: 24 });
  return prefixContains(prefix, '192.168.88.0') ? '192.168.88.0/24' : `${address}/24`;
}
