import { dialledLines, mainTable, type Origin, type Router, type Semantics } from '../../model/index.ts';
import { type Ipv4Bounds, isDefault, networkOf, prefixContains, printIpv4 } from '../../net/index.ts';
import type { Rib, RibRoute } from '../../rib/index.ts';
import { leavingOf, type Prepared, type Trace } from '../../walk/index.ts';
import { policySelectors } from '../classes/policies.ts';
import { closingRules, quoted } from '../invariants/transit.ts';
import type { Violation } from '../search/search.ts';
import { routeOf } from '../search/weight.ts';
import { throughProbe } from './probe-lines.ts';

/** RouterOS lines that may mend a violation; none where no remedy is known. */
export function linesFor(violation: Violation): string[] {
  const { alike = [] } = violation;
  return [...new Set([violation, ...alike].flatMap(linesForOne))];
}

function linesForOne({ breach, trace, prepared, fault }: Violation): string[] {
  const { kind } = trace.ending;
  if (breach.kind === 'transit') return closingRules(prepared).map(line => `${line} place-before=0`);
  if (breach.kind === 'sent-on') return [];
  if (breach.kind === 'unencrypted') return untranslated(prepared, breach.policy);
  if (kind === 'leaked') return translation(trace);
  switch (breach.kind) {
    case 'to-lan':
    case 'from-lan':
    case 'to-router':
    case 'from-router':
      return exemption(prepared);
    case 'unowned':
      return ownAddress(prepared, breach);
    case 'forward':
      return hairpin(prepared, trace);
    case 'inbound':
      return answersByTheSameWay(prepared);
    case 'outbound':
    case 'own':
      if (kind !== 'lost') return [];
      return fault?.kind === 'upstream' ? throughProbe(prepared, routeOf(trace)) : check(trace);
    case 'into-itself':
      return breach.name === undefined ? pastTunnels(prepared, breach.to, breach.ring) : [];
    default:
      return [];
  }
}

/** What leaves by that WAN gets its address. */
function translation(trace: Trace): string[] {
  const out = leavingOf(trace)?.out ?? '';
  return [`/ip firewall nat add chain=srcnat out-interface=${quoted(out)} action=masquerade`];
}

/** What a policy of IPsec is for keeps its ends. */
function untranslated({ setup }: Prepared, policy: Origin): string[] {
  const selector = policySelectors(setup).find(({ origin }) => origin === policy);
  if (!selector) return [];
  const ends = [`src-address=${rangeText(selector.src)}`, `dst-address=${rangeText(selector.dst)}`];
  return [`/ip firewall nat add chain=srcnat ${ends.join(' ')} action=accept place-before=0`];
}

const rangeText = ({ from, to }: Ipv4Bounds): string => `${printIpv4(from)}/${32 - Math.log2(to - from + 1)}`;

/** The router answers for an address that it has. */
function ownAddress(
  { world }: Prepared,
  { out, src }: Extract<Violation['breach'], { readonly kind: 'unowned' }>,
): string[] {
  const address = printIpv4(src);
  const near = world.interfaces[out]?.addresses.find(own => prefixContains(networkOf(own), address));
  return near ? [`/ip address add address=${address}/${near.length} interface=${quoted(out)}`] : [];
}

/** What goes to a network of one's own is not marked. */
function exemption(prepared: Prepared): string[] {
  return networksOf(prepared).map(
    network => `/ip firewall mangle add chain=prerouting dst-address=${network} action=accept place-before=0`,
  );
}

const networksOf = ({ world, lans }: Prepared): string[] => [
  ...new Set(lans.flatMap(name => (world.interfaces[name]?.addresses ?? []).map(networkOf))),
];

/** The server sees the router as its neighbour, so that the answer comes back to it. */
function hairpin({ world }: Prepared, trace: Trace): string[] {
  const left = leavingOf(trace);
  if (!left) return [];
  const networks = [...new Set((world.interfaces[left.out]?.addresses ?? []).map(networkOf))];
  const to = `dst-address=${printIpv4(left.dst.address)} out-interface=${quoted(left.out)}`;
  return networks.map(
    network => `/ip firewall nat add chain=srcnat src-address=${network} ${to} action=masquerade`,
  );
}

/** A static route without a check asks its gateway. */
function check(trace: Trace): string[] {
  const route = routeOf(trace);
  const gateway = route?.gateways[0]?.text;
  const isUnchecked = route?.source === 'static' && route.gateways.every(one => one.check === undefined);
  if (!isUnchecked || gateway === undefined || !/^[\d.]+$/.test(gateway)) return [];
  return [`/ip route set [find gateway=${gateway}] check-gateway=ping`];
}

/** A route of its own for a tunnel's far end, by each WAN that has a gateway and is no such tunnel. */
function pastTunnels({ rib, wans }: Prepared, to: number, ring: readonly string[]): string[] {
  const others = wans.filter(name => !ring.includes(name));
  const defaults = rib.routes.filter(
    route =>
      route.source !== 'dhcp' &&
      !route.disabled &&
      isDefault(route.destination) &&
      others.some(name => leavesBy(route, name)),
  );
  const gateways = [
    ...new Set(
      defaults
        .toSorted((a, b) => a.distance - b.distance)
        .flatMap(route =>
          route.source === 'static' ? route.gateways.map(({ text }) => text) : hopsOf(route),
        ),
    ),
  ];
  return gateways.map(
    (gateway, i) =>
      `/ip route add dst-address=${printIpv4(to)}/32 gateway=${quotedGateway(gateway)} distance=${i + 1}`,
  );
}

const hopsOf = ({ gateways }: RibRoute): string[] =>
  gateways.flatMap(({ nextHops }) => nextHops.map(hop => hop.interface));

/** Connections that come in by a WAN are marked, and what answers them goes by a table of that WAN. */
function answersByTheSameWay(prepared: Prepared): string[] {
  const ways = prepared.wans.map(name => wayOf(prepared, name));
  if (ways.some(way => way === undefined)) return [];
  const known = ways.flatMap(way => way ?? []);
  return [
    ...known.flatMap(way => tableLines(way, prepared.setup.semantics)),
    ...known.flatMap(way => markLines(prepared, way)).reverse(),
  ];
}

interface Way {
  readonly wan: string;
  readonly table: string;
  /** The gateway of a route that the table lacks. */
  readonly gateway?: string | undefined;
}

/** A table whose default route leaves by a WAN, or the gateway for one. */
function wayOf({ rib, router }: Prepared, wan: string): Way | undefined {
  const defaults = rib.routes.filter(route => isDefault(route.destination) && leavesBy(route, wan));
  const own = defaults.find(
    ({ table, active }) =>
      active &&
      table !== mainTable &&
      !rib.routes.some(
        other =>
          other.active && isDefault(other.destination) && other.table === table && !leavesBy(other, wan),
      ),
  );
  if (own) return { wan, table: own.table };
  const [first] = defaults;
  const gateway = first && ownGateway(rib, router, first, wan);
  const table = `answers-${wan}`.replace(/[^\w-]/g, '-');
  const isTaken = router.routingTables.some(({ name }) => name === table);
  return gateway === undefined || isTaken ? undefined : { wan, table, gateway };
}

/**
 * The gateway of a line itself, as the text states it: behind a probe address that of its host route. What a lease will name
 * is only assumed.
 */
function ownGateway(
  { routes }: Rib,
  router: Router,
  { gateways, source }: RibRoute,
  wan: string,
): string | undefined {
  const gateway = gateways.find(({ nextHops }) => nextHops.some(hop => hop.interface === wan));
  if (!gateway || source === 'dhcp') return undefined;
  const port = router.interfaces.find(({ name }) => name === gateway.text);
  if (port?.kind === 'ethernet') return undefined;
  if (!gateway.recursive) return gateway.text;
  const isDialled = dialledLines(router).some(line => line.interface.name === wan);
  const host = routes.find(
    route =>
      route.source === 'static' &&
      route.destination === `${gateway.text}/32` &&
      leavesBy(route, wan) &&
      route.gateways.every(({ recursive }) => !recursive),
  );
  return isDialled ? wan : host?.gateways[0]?.text;
}

const leavesBy = ({ gateways }: RibRoute, wan: string): boolean =>
  gateways.some(({ nextHops }) => nextHops.some(hop => hop.interface === wan));

function tableLines({ table, gateway }: Way, { routeTableProperty, impliedTables }: Semantics): string[] {
  if (gateway === undefined) return [];
  const route = `/ip route add dst-address=0.0.0.0/0 gateway=${quotedGateway(gateway)}`;
  const named = `${route} ${routeTableProperty}=${quoted(table)}`;
  return impliedTables ? [named] : [`/routing table add name=${quoted(table)} fib`, named];
}

const quotedGateway = (gateway: string): string => (/^[\w.%@-]+$/.test(gateway) ? gateway : quoted(gateway));

/** In the order in which the rules shall stand; each is put before all that stands. */
function markLines({ lans }: Prepared, { wan, table }: Way): string[] {
  const mark = quoted(`in-${wan}`);
  const add = '/ip firewall mangle add';
  const route = `action=mark-routing new-routing-mark=${quoted(table)} passthrough=no place-before=0`;
  return [
    `${add} chain=prerouting in-interface=${quoted(wan)} connection-state=new connection-mark=no-mark action=mark-connection new-connection-mark=${mark} place-before=0`,
    ...lans.map(
      lan => `${add} chain=prerouting in-interface=${quoted(lan)} connection-mark=${mark} ${route}`,
    ),
    `${add} chain=output connection-mark=${mark} ${route}`,
  ];
}
