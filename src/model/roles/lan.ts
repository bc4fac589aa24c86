import {
  type Ipv4,
  isDefault,
  isIpv4,
  isPrivateNetwork,
  networkOf,
  type Prefix,
  prefixContains,
} from '../../net/index.ts';
import { dialledLines } from '../dial-up.ts';
import { interfacesMeant } from '../interface-group.ts';
import { membersOf } from '../interface-members.ts';
import { hasRoom } from '../items/address.ts';
import { mainTable } from '../items/route.ts';
import { type FirewallRule, rulesOf } from '../items/rule.ts';
import type { Matcher } from '../matcher.ts';
import type { Router } from '../router.ts';
import { evidenceAt, type RoleEvidence } from './evidence.ts';

/** What makes a port a LAN: it serves addresses, holds a pool, is what rules call the inside, or just has a network. */
export function lanEvidence(router: Router): RoleEvidence[] {
  return [
    ...serverEvidence(router),
    ...gatewayEvidence(router),
    ...resolverEvidence(router),
    ...poolEvidence(router),
    ...peerEvidence(router),
    ...ruleEvidence(router),
    ...bridgeEvidence(router),
    ...hostEvidence(router),
    ...networkEvidence(router),
  ];
}

const lan = (
  name: string,
  kind: RoleEvidence['kind'],
  what: RoleEvidence['what'],
): Omit<RoleEvidence, 'origin'> => ({
  interface: name,
  role: 'lan',
  kind,
  what,
});

function serverEvidence({ dhcpServers }: Router): RoleEvidence[] {
  return evidenceAt(dhcpServers, ({ interface: name }) => [
    lan(name, 'dhcp-server', {
      en: `${name} gives addresses to clients by DHCP.`,
      id: `${name} membagikan alamat ke klien lewat DHCP.`,
    }),
  ]);
}

/** The hosts of its network are told to send everything to the router. */
function gatewayEvidence(router: Router): RoleEvidence[] {
  const own = router.addresses.filter(({ disabled }) => !disabled).map(({ address }) => address.address);
  const served = router.dhcpNetworks.filter(
    ({ disabled, gateway }) => !disabled && gateway.some(one => own.includes(one)),
  );
  return evidenceAt(router.addresses.filter(hasRoom), ({ address, interface: name }) =>
    served.some(network => holds(network.address, address.address))
      ? [
          lan(name, 'dhcp-network', {
            en: `Hosts in the network of ${name} get the router as their gateway.`,
            id: `Host di jaringan ${name} diberi router sebagai gateway.`,
          }),
        ]
      : [],
  );
}

/** A name server of one's own, which clients of another network are told of, stands in its network. */
function resolverEvidence(router: Router): RoleEvidence[] {
  const { dhcpNetworks, routes, addresses } = router;
  const told = dhcpNetworks.filter(({ disabled }) => !disabled).flatMap(({ dnsServer }) => dnsServer);
  const gateways = routes
    .filter(({ table, destination }) => table === mainTable && isDefault(destination))
    .flatMap(route => route.gateways.map(({ address }) => address));
  const own = addresses.map(({ address }) => address.address);
  const resolvers = told.filter(one => !gateways.includes(one) && !own.includes(one));
  return evidenceAt(addresses, ({ address, interface: name }) =>
    resolvers.some(one => holds(networkOf(address), one) && isPrivateNetwork(`${one}/32`))
      ? [
          lan(name, 'dns-server', {
            en: `A name server that clients are told of stands in the network of ${name}.`,
            id: `Server DNS yang diberitahukan ke klien ada di jaringan ${name}.`,
          }),
        ]
      : [],
  );
}

function poolEvidence(router: Router): RoleEvidence[] {
  return evidenceAt(router.addresses, ({ address, interface: name }) => {
    const network = networkOf(address);
    const pool = router.pools.find(({ ranges }) => ranges.some(({ from }) => holds(network, from)));
    return pool
      ? [
          lan(name, 'pool', {
            en: `Pool ${pool.name} lies in the network of ${name}.`,
            id: `Pool ${pool.name} ada di jaringan ${name}.`,
          }),
        ]
      : [];
  });
}

function peerEvidence(router: Router): RoleEvidence[] {
  const peers = dialInAddresses(router);
  return evidenceAt(router.addresses, ({ address, interface: name }) =>
    peers.some(peer => holds(networkOf(address), peer))
      ? [
          lan(name, 'ppp-peers', {
            en: `Clients that dial in get addresses of the network of ${name}.`,
            id: `Klien yang dial masuk mendapat alamat dari jaringan ${name}.`,
          }),
        ]
      : [],
  );
}

/** `remote-address` of PPP secrets and profiles where it is an address: who dials in here has it. */
export function dialInAddresses({ plain }: Router): Ipv4[] {
  const found = plain
    .filter(({ menu, disabled }) => !disabled && (menu === '/ppp secret' || menu === '/ppp profile'))
    .map(({ properties }) => properties['remote-address'] ?? '');
  return found.filter(isIpv4);
}

/** All addresses of those who dial in, from pools that PPP profiles and secrets name as well. */
export function dialInRanges(router: Router): { readonly from: Ipv4; readonly to: Ipv4 }[] {
  const named = router.plain
    .filter(({ menu, disabled }) => !disabled && (menu === '/ppp secret' || menu === '/ppp profile'))
    .map(({ properties }) => properties['remote-address'] ?? '');
  return [
    ...dialInAddresses(router).map(address => ({ from: address, to: address })),
    ...router.pools.filter(({ name }) => named.includes(name)).flatMap(({ ranges }) => ranges),
  ];
}

/** Networks that hold a pool of addresses to give away, with the router's own address in them. */
export function poolNetworks(router: Router): Prefix[] {
  return poolEvidence(router).flatMap(({ interface: name }) =>
    router.addresses
      .filter(item => item.interface === name && !item.disabled)
      .map(({ address }) => networkOf(address)),
  );
}

/** Balancing and routing marks are for what clients send, and "new from anywhere but here is dropped" names the inside. */
function ruleEvidence(router: Router): RoleEvidence[] {
  return evidenceAt(rulesOf(router, 'ipv4'), rule =>
    rule.matchers.flatMap(matcher => {
      const why = whyInside(rule, matcher.negated);
      return why === undefined ? [] : arrivals(router, matcher).map(name => lan(name, 'lan-rule', why(name)));
    }),
  );
}

function whyInside(
  { matchers, action, table, chain }: FirewallRule,
  negated: boolean,
): ((name: string) => RoleEvidence['what']) | undefined {
  if (negated) {
    const drops = table === 'filter' && (action.kind === 'drop' || action.kind === 'reject');
    return drops
      ? name => ({
          en: `A rule drops what does not come in by ${name}.`,
          id: `Sebuah aturan membuang yang tidak masuk lewat ${name}.`,
        })
      : undefined;
  }
  const balances = matchers.some(({ kind }) => kind === 'per-connection-classifier' || kind === 'nth');
  if (balances)
    return name => ({
      en: `A rule balances what ${name} sends.`,
      id: `Sebuah aturan membagi beban dari ${name}.`,
    });
  const routes = action.kind === 'mark-routing' && chain === 'prerouting';
  return routes
    ? name => ({
        en: `A rule chooses the way of what ${name} sends.`,
        id: `Sebuah aturan memilih jalan untuk yang dikirim ${name}.`,
      })
    : undefined;
}

function arrivals(router: Router, matcher: Matcher): readonly string[] {
  if (matcher.kind === 'in-interface') return interfacesMeant(router, matcher.interface);
  return matcher.kind === 'in-interface-list' ? membersOf(router, matcher.list) : [];
}

/** A bridge with ports is what a home's or an office's hosts are plugged into. */
function bridgeEvidence({ interfaces, bridgePorts }: Router): RoleEvidence[] {
  const bridges = interfaces.filter(
    ({ kind, name }) =>
      kind === 'bridge' && bridgePorts.some(({ bridge, disabled }) => bridge === name && !disabled),
  );
  return evidenceAt(bridges, ({ name }) => [
    lan(name, 'bridge', {
      en: `${name} is a bridge, and nothing leads out by it.`,
      id: `${name} adalah bridge, dan tidak ada yang keluar lewat situ.`,
    }),
  ]);
}

/**
 * A bridge of several ports that asks for an address, in a router that has no other one and gives none: a switch or an access
 * point, which is a host itself among those who are plugged in.
 */
function hostEvidence(router: Router): RoleEvidence[] {
  const { dhcpClients, dhcpServers, addresses, bridgePorts, pools } = router;
  const isRouterOfOthers =
    [...dhcpServers, ...addresses].some(({ disabled }) => !disabled) ||
    pools.length > 0 ||
    dialledLines(router).length > 0;
  const clients = dhcpClients.filter(({ disabled }) => !disabled);
  if (isRouterOfOthers || clients.length !== 1) return [];
  return evidenceAt(clients, ({ interface: name }) =>
    bridgePorts.filter(({ bridge, disabled }) => bridge === name && !disabled).length > 1
      ? [
          lan(name, 'host-bridge', {
            en: `${name} joins ports, and the router is only a host there.`,
            id: `${name} menggabungkan port, dan router hanya menjadi host di situ.`,
          }),
        ]
      : [],
  );
}

function networkEvidence({ addresses, interfaces }: Router): RoleEvidence[] {
  // The address of a port that carries a line is for the modem there.
  const carriers = new Set(
    interfaces.flatMap(({ kind, disabled, parent }) =>
      kind === 'pppoe-client' && !disabled ? (parent ?? []) : [],
    ),
  );
  return evidenceAt(addresses, item =>
    hasRoom(item) && !carriers.has(item.interface)
      ? [
          lan(item.interface, 'network', {
            en: `${item.interface} has a network, and nothing leads out by it.`,
            id: `${item.interface} punya jaringan, dan tidak ada yang keluar lewat situ.`,
          }),
        ]
      : [],
  );
}

const holds = (network: Prefix, address: string): boolean =>
  isIpv4(address) && prefixContains(network, address);
