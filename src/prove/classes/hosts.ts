import type { FirewallRule, Matcher, Router } from '../../model/index.ts';
import { type Ipv4Bounds, ipv4ToNumber, networkOf, prefixRange } from '../../net/index.ts';
import { idleRules, isPrivate, type Prepared, type Setup } from '../../walk/index.ts';
import { addressSets, cuts, enabledRules } from './bounds.ts';
import { firstOfEach } from './header-classes.ts';
import { heldBy } from './held-by.ts';

/** Conditions of the rules whose match makes a difference, and of those that keep packets from marking rules. */
export function deciding(router: Router): readonly Matcher[] {
  const known = decidingOf.get(router) ?? decidingIn(router);
  decidingOf.set(router, known);
  return known;
}

/** Routers are frozen: each is asked once. */
const decidingOf = new WeakMap<Router, readonly Matcher[]>();

function decidingIn(router: Router): Matcher[] {
  const rules = enabledRules(router);
  const idle = idleRules(rules, router);
  return rules.filter(rule => !idle.has(rule) || isOnTheWay(rule)).flatMap(rule => rule.matchers);
}

const isOnTheWay = ({ table, chain, action }: FirewallRule): boolean =>
  table === 'mangle' && chain === 'prerouting' && action.kind !== 'mark-packet';

export function ownOf({ world }: Setup, name: string): number[] {
  return (world.interfaces[name]?.addresses ?? []).map(({ address }) => ipv4ToNumber(address));
}

function networksOf({ world }: Setup, name: string): Ipv4Bounds[] {
  return (world.interfaces[name]?.addresses ?? []).map(own => prefixRange(networkOf(own)));
}

/** Hosts on an interface's own networks that rules can tell apart. */
export function hostsOf(setup: Setup, name: string, side: 'src' | 'dst' = 'src'): number[] {
  const networks = networksOf(setup, name);
  return classesOf(setup, side, address => networks.some(network => isHost(network, address)));
}

/** The first address of a network is no host's, though Linux takes it for one. */
const isHost = (network: Ipv4Bounds, address: number): boolean =>
  within(network, address) && (address !== network.from || network.to - network.from < 2);

/** Addresses of the Internet that rules and routes can tell apart. */
export function internetHosts(setup: Setup, side: 'src' | 'dst'): number[] {
  const own = Object.keys(setup.world.interfaces).flatMap(name => networksOf(setup, name));
  return classesOf(
    setup,
    side,
    address => isPublic(address) && !own.some(network => within(network, address)),
  );
}

/** Private addresses on none of the router's networks, as other sites have, that rules and routes can tell apart. */
export function remoteHosts(setup: Setup): number[] {
  const own = Object.keys(setup.world.interfaces).flatMap(name => networksOf(setup, name));
  return classesOf(
    setup,
    'dst',
    address => sites.some(site => within(site, address)) && !own.some(network => within(network, address)),
  );
}

/** An address of the Internet that as few rules and routes name as may be. */
export function ordinaryHost(setup: Setup): number | undefined {
  const { held } = dividedBy(setup, 'dst');
  const namedBy = (address: number): number => {
    const sets = held(address);
    return sets === '' ? 0 : sets.split(',').length;
  };
  return internetHosts(setup, 'dst').sort((a, b) => namedBy(a) - namedBy(b))[0];
}

/** What lies neither on the router nor where the packet came from: the Internet, and the LAN's hosts. */
export function elsewhere(prepared: Prepared): number[] {
  const { setup, lans } = prepared;
  const hosts = lans.flatMap(name => hostsOf(setup, name).slice(0, 1));
  // No provider brings packets to a private address.
  return [...internetHosts(setup, 'dst'), ...hosts.filter(host => !isPrivate(host))];
}

/** Of what is reserved besides, only the last sixteenth counts as unicast. */
const isPublic = (address: number): boolean => address >>> 28 !== 15 && !isPrivate(address);

/** One address of each set inside `area` that neither rules, routes nor the router's networks can tell apart. */
function classesOf(setup: Setup, side: 'src' | 'dst', area: (address: number) => boolean): number[] {
  const { starts, held } = dividedBy(setup, side);
  const candidates = starts
    // The first address of a network is no host's: the one behind it stands for the stretch, where there is one.
    // Two behind it on the other side, so that no packet goes from a host to itself.
    .flatMap(first => (side === 'src' ? [first + 2, first + 1, first] : [first + 1, first]))
    .filter(address => area(address) && setup.local.typeOf(address) === 'unicast');
  return firstOfEach(candidates, held);
}

/** How rules, routes and networks divide all addresses on one side. */
interface Divided {
  /** The first address of each stretch. */
  readonly starts: readonly number[];
  readonly held: (address: number) => string;
}

/** Each prepared router is divided once. */
const divided = { src: new WeakMap<Setup, Divided>(), dst: new WeakMap<Setup, Divided>() } as const;

function dividedBy(setup: Setup, side: 'src' | 'dst'): Divided {
  const known = divided[side].get(setup);
  if (known) return known;
  const sets = addressSets(setup, side, deciding(setup.router));
  const made = { starts: cuts([...sets.flat(), ...reserved], 0xffffffff), held: heldBy(sets) };
  divided[side].set(setup, made);
  return made;
}

/** Stretches that are no public addresses: cuts beside them make sure that each public stretch has a candidate. */
const reserved: readonly Ipv4Bounds[] = [
  { from: 0x00000000, to: 0x00ffffff },
  { from: 0x0a000000, to: 0x0affffff },
  { from: 0x64400000, to: 0x647fffff },
  { from: 0x7f000000, to: 0x7fffffff },
  { from: 0xa9fe0000, to: 0xa9feffff },
  { from: 0xac100000, to: 0xac1fffff },
  { from: 0xc0a80000, to: 0xc0a8ffff },
];

/** What sites number their networks from. */
const sites = reserved.filter(({ from }) => [0x0a, 0x64, 0xac, 0xc0].includes(from >>> 24));

const within = ({ from, to }: Ipv4Bounds, address: number): boolean => address >= from && address <= to;
