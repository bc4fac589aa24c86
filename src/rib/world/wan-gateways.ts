import {
  dialInAddresses,
  mainTable,
  networkReached,
  poolNetworks,
  type Route,
  type Router,
} from '../../model/index.ts';
import { type Ipv4, isPrivateNetwork, prefixContains } from '../../net/index.ts';

/**
 * Gateways that no network of the text explains: meant for what a provider will bring. Those of main come first. Hosts
 * of our own (pools, clients that dial in) and canaries, which lie behind another gateway, are none.
 */
export function openGateways(router: Router): Ipv4[] {
  // An address that is turned off explains a gateway, too (the router is in no such network), unless a lease took its place.
  const isLeased = router.dhcpClients.some(({ disabled }) => !disabled);
  const known = router.addresses.filter(({ disabled }) => !disabled || !isLeased).map(networkReached);
  const ours = [...known, ...poolNetworks(router)];
  const others = new Set([...canariesOf(router), ...dialInAddresses(router)]);
  return gatewaysOf([...enabled(router)].sort(mainFirst)).filter(
    gateway =>
      !others.has(gateway) &&
      !isHostOutside(router, gateway) &&
      !ours.some(network => prefixContains(network, gateway)),
  );
}

/**
 * A host on the Internet that routes have as their gateway, and to which no route of the text leads: a route that the rest
 * adds does. Such are resolvers that all know, and public addresses behind a target-scope that only recursive routes need.
 */
export function isHostOutside(router: Router, gateway: Ipv4): boolean {
  if (router.routes.some(({ destination }) => destination === `${gateway}/32`)) return false;
  const isRecursive = enabled(router).some(
    ({ targetScope, gateways }) => targetScope > 10 && gateways.some(({ address }) => address === gateway),
  );
  return resolvers.has(gateway) || (isRecursive && !isPrivateNetwork(`${gateway}/32`));
}

/** Of Google, Cloudflare, Quad9, OpenDNS, Yandex and Level 3; 1.1.1.1 beside 2.2.2.2 is the gateway of many an example. */
export const publicResolvers: readonly Ipv4[] = [
  '8.8.8.8',
  '8.8.4.4',
  '1.0.0.1',
  '9.9.9.9',
  '149.112.112.112',
  '208.67.222.222',
  '208.67.220.220',
  '77.88.8.8',
  '77.88.8.1',
  '4.2.2.1',
  '4.2.2.2',
];

const resolvers: ReadonlySet<string> = new Set(publicResolvers);

/** Gateways that are reached through a host route of their own: recursive next hops on the Internet. */
export function canariesOf(router: Router): Ipv4[] {
  const hosts = new Set(router.routes.map(({ destination }) => destination.replace(/\/32$/, '')));
  return gatewaysOf(enabled(router)).filter(gateway => hosts.has(gateway));
}

/** The gateway that a route names together with an interface (`10.0.0.1%ether1`), or that has the client's comment. */
export function gatewayFor(router: Router, name: string, open: readonly Ipv4[]): Ipv4 | undefined {
  const pinned = enabled(router)
    .flatMap(({ gateways }) => gateways)
    .find(gateway => gateway.interface === name && gateway.address !== undefined)?.address;
  return (
    pinned ?? gatewaysOf(enabled(router).filter(commentOf(router, name))).find(one => open.includes(one))
  );
}

/** Routes that bear the comment of the interface's DHCP client, as lease scripts find them. */
function commentOf({ dhcpClients, interfaces }: Router, name: string): (route: Route) => boolean {
  const comments = [
    ...dhcpClients.filter(client => client.interface === name),
    ...interfaces.filter(item => item.name === name),
  ].map(({ comment }) => comment);
  return ({ comment }) => comment !== '' && comments.includes(comment);
}

const enabled = ({ routes }: Router): Route[] => routes.filter(({ disabled }) => !disabled);

const mainFirst = (a: Route, b: Route): number =>
  Number(a.table !== mainTable) - Number(b.table !== mainTable);

/** Gateways by their address alone; those that name their interface too are settled. */
function gatewaysOf(routes: readonly Route[]): Ipv4[] {
  const all = routes.flatMap(({ gateways }) => gateways).filter(gateway => gateway.interface === undefined);
  return [...new Set(all.flatMap(({ address }) => (address === undefined ? [] : [address])))];
}
