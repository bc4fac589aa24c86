import { factoryPorts, ipServices, type Matcher, type Router, statedItems } from '../../model/index.ts';
import {
  carriesPorts,
  type Ipv4Bounds,
  isIpv4Prefix,
  networkOf,
  prefixRange,
  protocolNumber,
} from '../../net/index.ts';
import { isPrivate, type Packet, type Prepared, type Trace } from '../../walk/index.ts';
import { enabledRules, only } from '../classes/bounds.ts';
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
 * cannot tell from it, so that any listener among those counts. What a rule of the filter opens is asked, whatever waits
 * there.
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
    : isOpened(router, packet) || hasTunnels(router);
}

function isHeard(prepared: Prepared, packet: Packet): boolean {
  const { router } = prepared;
  const { protocol, dstPort } = packet;
  const held = portsHeldBy(router);
  const isAlike = (port: number): boolean => port === dstPort || held(port) === held(dstPort);
  if (isOpened(router, packet) && !factoryPorts.some(isAlike)) return true;
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
 * strangers ask only where a rule opens its port.
 */
const listenersOf = (router: Router): Listener[] => [
  ...ipServices(router).map(({ port, sources }) => ({
    protocol: tcp,
    port,
    sources: sources?.filter(isIpv4Prefix).map(one => prefixRange(one)),
  })),
  ...servedBy(router),
];

/** Is a rule there to let it in, by its port, or by a protocol without ports? */
const isOpened = (router: Router, packet: Packet): boolean =>
  enabledRules(router).some(
    ({ table, action, matchers }) =>
      table === 'filter' &&
      action.kind === 'accept' &&
      matchers.some(matcher => names(matcher, packet)) &&
      only(matchers, 'protocol').every(
        one => (protocolNumber(one.protocol) === packet.protocol) !== one.negated,
      ),
  );

function names(matcher: Matcher, { protocol, dstPort }: Packet): boolean {
  if (matcher.negated) return false;
  if (matcher.kind === 'protocol')
    return !carriesPorts(protocol) && protocolNumber(matcher.protocol) === protocol;
  const isPort = matcher.kind === 'dst-port' || matcher.kind === 'port';
  return isPort && matcher.ports.some(({ from, to }) => dstPort >= from && dstPort <= to);
}

/** Tunnels whose packets have no ports, or whose carriers follow after a first packet that has. */
const hasTunnels = (router: Router): boolean =>
  servedBy(router).length > 0 ||
  statedItems(router, /^\/(?:interface (?:gre|eoip|ipip|6to4)|ip ipsec (?:peer|policy))$/).length > 0;
