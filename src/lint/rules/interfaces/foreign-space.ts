import { hasRoom, networkReached } from '../../../model/index.ts';
import {
  type Ipv4Prefix,
  isPrivateNetwork,
  parseIpv4Prefix,
  prefixContains,
  splitPrefix,
} from '../../../net/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Public addresses of somebody else in one's own networks. */
export const foreignSpace: Rule = {
  id: 'interfaces/foreign-space',
  level: 'info',
  title: { en: 'Public addresses inside', id: 'Alamat publik di dalam' },
  why: {
    en: 'Unless the addresses are your own, the hosts of the Internet that have them cannot be reached from here.',
    id: 'Kecuali alamat itu milik sendiri, host di Internet yang memilikinya tidak bisa dicapai dari sini.',
  },
  check: subject =>
    [...ofLans(subject), ...ofGateways(subject)].map(({ at, network }) => ({
      at,
      what: {
        en: `${network} is public address space.`,
        id: `${network} adalah ruang alamat publik.`,
      },
      do: {
        en: 'Use 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16 for LANs and exercises.',
        id: 'Pakai 10.0.0.0/8, 172.16.0.0/12 atau 192.168.0.0/16 untuk LAN dan latihan.',
      },
    })),
};

const ofLans = ({ router, lans }: Subject) =>
  router.addresses
    .filter(item => !item.disabled && hasRoom(item) && lans.includes(item.interface))
    .map(at => ({ at, network: networkReached(at) }))
    .filter(({ network }) => isForeign(network) && splitPrefix(network).length < 30);

/** Of no host of the Internet: for documents, tests and what stands between providers and customers (RFC 5737, 2544, 6598). */
const reserved: readonly Ipv4Prefix[] = [
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '198.18.0.0/15',
  '100.64.0.0/10',
];

const isForeign = (network: Ipv4Prefix): boolean =>
  !isPrivateNetwork(network) && !reserved.some(one => prefixContains(one, splitPrefix(network).address));

/** A whole /24 that rules take for the network of a modem. */
const ofGateways = ({ router }: Subject) =>
  router.firewall.ipv4.mangle
    .filter(({ disabled, action }) => !disabled && action.kind === 'accept')
    .flatMap(at =>
      at.matchers.flatMap(one =>
        one.kind === 'dst-address' && !one.negated && one.address.kind === 'prefix'
          ? publicNetwork(one.address.prefix).map(network => ({ at, network }))
          : [],
      ),
    );

const publicNetwork = (prefix: string): Ipv4Prefix[] => {
  const network = parseIpv4Prefix(prefix);
  return network !== undefined && isForeign(network) && splitPrefix(network).length === 24 ? [network] : [];
};
