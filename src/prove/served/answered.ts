import { factoryPorts, ipServices, type Router, statedItems } from '../../model/index.ts';
import { type Ipv4Bounds, isIpv4Prefix, networkOf, prefixRange, protocolNumber } from '../../net/index.ts';
import { isPrivate, type Packet, type Prepared, type Trace } from '../../walk/index.ts';
import { only } from '../classes/bounds.ts';
import { heldBy } from '../classes/held-by.ts';
import { deciding } from '../classes/hosts.ts';
import { servedBy } from './servers.ts';

/** Something of the router that waits for first packets. */
interface Listener {
  readonly protocol: number;
  readonly port: number;
  readonly sources?: readonly Ipv4Bounds[] | undefined;
}

const [icmp, tcp, udp] = [1, 6, 17] as const;

/**
 * May the router answer strangers who send such a packet, as far as the text tells? A packet stands for all that rules
 * cannot tell from it, so that any listener among those counts. What a rule names is asked, whatever waits there.
 */
export function isAnsweredOutside(prepared: Prepared, { packet, steps }: Trace): boolean {
  const { router } = prepared;
  const isRedirected = steps.some(
    step =>
      step.kind === 'rule' && (step.rule.action.kind === 'redirect' || step.rule.action.kind === 'dst-nat'),
  );
  if (isRedirected || packet.protocol === icmp) return true;
  return packet.protocol === tcp || packet.protocol === udp
    ? isHeard(prepared, packet)
    : isNamed(router, packet.protocol) || hasTunnels(router);
}

function isHeard(prepared: Prepared, { protocol, dstPort }: Packet): boolean {
  const { router } = prepared;
  const held = portsHeldBy(router);
  const own = held(dstPort);
  const isAlike = (port: number): boolean => port === dstPort || held(port) === own;
  if (own !== '' && !factoryPorts.some(isAlike)) return true;
  return listenersOf(router).some(
    one => one.protocol === protocol && isAlike(one.port) && isOpenOutside(prepared, one),
  );
}

/** Which of the rules' conditions hold a destination port. */
function portsHeldBy(router: Router): (port: number) => string {
  const known =
    portsOf.get(router) ?? heldBy(only(deciding(router), 'dst-port', 'port').map(({ ports }) => ports));
  portsOf.set(router, known);
  return known;
}

/** Routers are frozen: each is asked once. */
const portsOf = new WeakMap<Router, (port: number) => string>();

/** Does it answer any source that is neither private nor on a network of the router that is no uplink's? */
function isOpenOutside({ world, wans }: Prepared, { sources }: Listener): boolean {
  const inside = Object.values(world.interfaces)
    .filter(({ name }) => !wans.includes(name))
    .flatMap(({ addresses }) => addresses.map(own => prefixRange(networkOf(own))));
  const isInside = ({ from, to }: Ipv4Bounds): boolean =>
    (isPrivate(from) && isPrivate(to)) || inside.some(own => from >= own.from && to <= own.to);
  return sources === undefined || !sources.every(isInside);
}

/**
 * By which the router is managed, and its VPN servers. What serves hosts inside (DNS, NTP, SNMP, a proxy, the bandwidth test)
 * strangers ask only where a rule names its port.
 */
const listenersOf = (router: Router): Listener[] => [
  ...ipServices(router).map(({ port, sources }) => ({
    protocol: tcp,
    port,
    sources: sources?.filter(isIpv4Prefix).map(one => prefixRange(one)),
  })),
  ...servedBy(router),
];

const isNamed = (router: Router, protocol: number): boolean =>
  only(deciding(router), 'protocol').some(one => protocolNumber(one.protocol) === protocol);

/** Tunnels whose packets have no ports, or whose carriers follow after a first packet that has. */
const hasTunnels = (router: Router): boolean =>
  servedBy(router).length > 0 ||
  statedItems(router, /^\/(?:interface (?:gre|eoip|ipip|6to4|vrrp)|ip ipsec (?:peer|policy)|routing ospf)/)
    .length > 0;
