import { isPrivateNetwork } from '../../net/index.ts';
import { isHost, networkOfText } from '../normal/networks.ts';
import type { DefaultRouteFacts, MachineFacts, PortFacts } from './facts.ts';

/** What a port is taken for, and why. */
export interface Guess {
  readonly port: PortFacts;
  readonly role: 'wan' | 'lan' | 'unused';
  /** In the order of their weight; never empty. */
  readonly evidence: readonly string[];
  readonly route?: DefaultRouteFacts | undefined;
}

/** Devices that carry no line and no LAN of an office. */
const inner = new Set([
  'veth',
  'ifb',
  'dummy',
  'tun',
  'wireguard',
  'vxlan',
  'gre',
  'sit',
  'ipip',
  'nlmon',
  'vrf',
]);

const isCandidate = ({ name, kind, master }: PortFacts): boolean =>
  name !== 'lo' &&
  !inner.has(kind) &&
  master === undefined &&
  !/^(?:docker|br-[0-9a-f]{12}|virbr|lxc|tailscale|wg)/.test(name);

/**
 * Which ports lead to the internet and which inside: default routes first, then addresses, then names. What nothing speaks
 * for takes what is missing.
 */
export function guessRoles({ ports, defaults }: MachineFacts): readonly Guess[] {
  const best = defaults.toSorted((a, b) => a.metric - b.metric);
  const candidates = ports.filter(isCandidate);
  const known = candidates.map(port => guessOf(port, best));
  const needed = [
    ...(known.some(({ role }) => role === 'lan') ? [] : (['lan'] as const)),
    ...(known.some(({ role }) => role === 'wan') ? [] : (['wan'] as const)),
  ];
  return inOrder(filled(known, needed), best);
}

function guessOf(port: PortFacts, defaults: readonly DefaultRouteFacts[]): Guess {
  const route = defaults.find(one => one.interface === port.name);
  const [address] = port.addresses;
  if (route) return { port, route, role: 'wan', evidence: [routeText(route), ...addressText(port)] };
  if (port.kind === 'ppp' || /^(?:ppp|wwan)\d/.test(port.name))
    return { port, role: 'wan', evidence: ['by its name somebody dials it', ...addressText(port)] };
  if (address !== undefined && !isPrivateNetwork(networkOfText(address)))
    return { port, role: 'wan', evidence: [`has the public address ${address}`] };
  if (address !== undefined && isHost(address))
    return {
      port,
      role: 'lan',
      evidence: [`has the private address ${address}, and no default route leaves by it`],
    };
  if (port.kind === 'bridge') return { port, role: 'lan', evidence: ['is a bridge, without an address'] };
  return { port, role: 'unused', evidence: ['has no address and no default route', linkText(port)] };
}

const routeText = ({ gateway, metric }: DefaultRouteFacts): string =>
  `a default route leaves by it${gateway === undefined ? '' : ` to ${gateway}`} (metric ${metric})`;

const addressText = ({ addresses: [address] }: PortFacts): readonly string[] =>
  address === undefined ? [] : [`has the address ${address}`];

const linkText = ({ running }: PortFacts): string => (running ? 'its cable is in' : 'no cable is in');

/** Ports that nothing speaks for, the last one first: plugged ones before others. */
function filled(known: readonly Guess[], needed: readonly ('lan' | 'wan')[]): readonly Guess[] {
  const free = known
    .filter(({ role }) => role === 'unused')
    .toReversed()
    .toSorted((a, b) => Number(b.port.running) - Number(a.port.running));
  const roles = new Map(needed.map((role, at) => [free[at], role] as const));
  return known.map(guess => {
    const role = roles.get(guess);
    if (role === undefined) return guess;
    const missing =
      role === 'lan' ? 'no port is known to lead inside' : 'no port is known to lead to the internet';
    return { ...guess, role, evidence: [`${missing}, and this one is free`, ...guess.evidence] };
  });
}

/** Lines as the machine uses them now. */
function inOrder(all: readonly Guess[], best: readonly DefaultRouteFacts[]): readonly Guess[] {
  const rank = ({ route }: Guess): number => (route ? best.indexOf(route) : best.length);
  return all.toSorted((a, b) => rank(a) - rank(b));
}
