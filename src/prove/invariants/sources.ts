import { type InterfaceKind, type Router, statedItems } from '../../model/index.ts';
import { type Ipv4, networkOf, prefixContains, printIpv4, splitPrefix } from '../../net/index.ts';
import { type LeavingEnding, leavingOf, type Prepared, type Trace } from '../../walk/index.ts';
import { routeOf } from '../search/weight.ts';
import { isDefaultLike } from '../states/uplinks.ts';
import type { NotJudged } from '../unjudged/verdict.ts';
import type { Breach, InvariantName } from './breach.ts';

// What left by a WAN comes back only if somebody there brings answers to its source, and takes it to begin with.

/** A packet from a LAN that left as an address of the WAN's own network, for which the router answers no ARP. */
export function judgeSource(prepared: Prepared, first: Trace): Breach | undefined {
  const left = borrowed(prepared, first);
  if (!left || !isNeighbour(prepared.router, left)) return undefined;
  return { invariant: 'answer-returns', breach: { kind: 'unowned', ...left }, trace: first };
}

interface Unknown {
  readonly invariant: InvariantName;
  readonly why: NotJudged;
}

/** What only the provider knows of a packet that reached him. */
export function leftToProvider(prepared: Prepared, first: Trace): Unknown | undefined {
  const left = leavingOf(first);
  if (!left) return undefined;
  if (!prepared.wans.includes(left.out)) return ledInside(first, left);
  if (left.gateway === undefined && isShared(prepared, left.out, left.dst.address))
    return { invariant: 'lan-reaches-internet', why: { kind: 'proxy-arp', wan: left.out } };
  const { src, out } = borrowed(prepared, first) ?? {};
  if (src === undefined || out === undefined) return undefined;
  return { invariant: 'answer-returns', why: { kind: 'brought-here', wan: out, address: src } };
}

/** A default route leads to a neighbour on a LAN, which may know what to do with it, and may be an uplink's. */
function ledInside(first: Trace, { out, gateway, dst }: LeavingEnding): Unknown | undefined {
  const route = routeOf(first);
  if (gateway === undefined || !route || !isDefaultLike(route) || dst.address !== first.packet.dst)
    return undefined;
  return { invariant: 'lan-reaches-internet', why: { kind: 'led-inside', lan: out, gateway } };
}

interface Borrowed {
  readonly out: string;
  readonly src: number;
}

/** It has a source that no port has, and not the one it came with. */
function borrowed({ setup, wans, router }: Prepared, { packet, ending }: Trace): Borrowed | undefined {
  if (ending.kind !== 'forwarded' || !wans.includes(ending.out)) return undefined;
  const src = ending.src.address;
  if (src === packet.src || setup.local.isOwn(src) || isAnnounced(router, printIpv4(src))) return undefined;
  return { out: ending.out, src };
}

/** It lies in a network that the text states for that port, which answers ARP for its own addresses alone. */
function isNeighbour(router: Router, { out, src }: Borrowed): boolean {
  const port = router.interfaces.find(({ name }) => name === out);
  if (port?.properties['arp'] === 'proxy-arp' || isPublished(router, printIpv4(src))) return false;
  return router.addresses.some(
    item =>
      item.interface === out &&
      !item.disabled &&
      prefixContains(networkOf(item.address), printIpv4(src)) &&
      item.address.length < 31,
  );
}

const isPublished = (router: Router, address: Ipv4): boolean =>
  statedItems(router, /^\/ip arp$/).some(
    ({ properties }) => properties['address'] === address && properties['published'] === 'yes',
  );

/** A route that discards it where nothing has it: so are networks held that others route here. */
const isAnnounced = ({ routes }: Router, address: Ipv4): boolean =>
  routes.some(
    ({ disabled, type, destination }) =>
      !disabled &&
      type !== 'unicast' &&
      splitPrefix(destination).length >= 8 &&
      prefixContains(destination, address),
  );

/** Hosts are told apart by ARP there, and this one is none of the network. */
function isShared({ router, world }: Prepared, out: string, dst: number): boolean {
  const kind = router.interfaces.find(({ name }) => name === out)?.kind;
  const networks = (world.interfaces[out]?.addresses ?? []).map(networkOf);
  return (
    kind !== undefined &&
    asking.has(kind) &&
    !networks.some(network => prefixContains(network, printIpv4(dst)))
  );
}

const asking: ReadonlySet<InterfaceKind> = new Set(['ethernet', 'bridge', 'vlan', 'bonding', 'macvlan']);
