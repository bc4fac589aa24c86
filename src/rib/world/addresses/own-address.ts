import { type Router, rulesOf } from '../../../model/index.ts';
import {
  type Ipv4,
  type Ipv4Interface,
  prefixContains,
  prefixRange,
  printIpv4,
  splitPrefix,
} from '../../../net/index.ts';
import type { ShownNetwork } from './shown-network.ts';

/** The router's address in a network: the one that the text has, else the first that it does not name as somebody's. */
export function ownAddress(router: Router, { network, own }: ShownNetwork): Ipv4Interface {
  const { length } = splitPrefix(network);
  const { from } = prefixRange(network);
  const taken = hostsNamed(router);
  const usual = [1, 2, 3, 254].map(n => printIpv4(from + n));
  const free = usual.find(host => prefixContains(network, host) && !taken.has(host));
  return { address: own ?? free ?? printIpv4(from + 1), length };
}

/** Addresses of single hosts that lists, rules and port forwards name. */
function hostsNamed(router: Router): ReadonlySet<Ipv4> {
  const lists = router.addressLists.map(({ address }) => address);
  const sources = rulesOf(router, 'ipv4').flatMap(({ matchers, action }) => [
    ...matchers.flatMap(one => (one.kind === 'src-address' ? [one.address] : [])),
    ...(action.kind === 'dst-nat' && action.toAddresses
      ? [{ kind: 'range' as const, ...action.toAddresses }]
      : []),
  ]);
  const hosts = [...lists, ...sources].flatMap(one => {
    if (one.kind === 'range') return [one.from];
    return one.kind === 'prefix' && one.prefix.endsWith('/32') ? [splitPrefix(one.prefix).address] : [];
  });
  return new Set(hosts.filter((host): host is Ipv4 => !host.includes(':')));
}
