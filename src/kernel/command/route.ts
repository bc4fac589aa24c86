import { defaultPrefix, type Ipv4Prefix, parseIpv4Prefix, toIpv4 } from '../../net/index.ts';
import type { KernelNextHop, KernelRoute, KernelRule, RouteType } from '../types.ts';
import type { Shell } from './shell.ts';

interface RouteRow {
  readonly type?: string;
  readonly dst: string;
  readonly gateway?: string;
  readonly dev?: string;
  readonly table?: string;
  readonly protocol?: string;
  readonly prefsrc?: string;
  readonly metric?: number;
  readonly nexthops?: readonly { readonly gateway?: string; readonly dev: string; readonly weight: number }[];
}

/** Numbers of rtnetlink(7) RTN_*, as `ip -N` prints them. */
const types: Readonly<Record<string, RouteType>> = {
  '1': 'unicast',
  '2': 'local',
  '3': 'broadcast',
  '5': 'multicast',
  '6': 'blackhole',
  '7': 'unreachable',
  '8': 'prohibit',
};

function prefix(text: string): Ipv4Prefix {
  const found = text === 'default' ? defaultPrefix('ipv4') : parseIpv4Prefix(text);
  if (found === undefined) throw new TypeError(`not an IPv4 prefix: ${text}`);
  return found;
}

function hops(row: RouteRow): readonly KernelNextHop[] {
  const own = row.dev === undefined ? [] : [{ gateway: row.gateway, dev: row.dev, weight: 1 }];
  return (row.nexthops ?? own).map(({ gateway, dev, weight }) => ({
    ...(gateway === undefined ? {} : { address: toIpv4(gateway) }),
    interface: dev,
    weight,
  }));
}

const typeOf = (text: string): RouteType =>
  types[text] ?? (Object.values(types).includes(text as RouteType) ? (text as RouteType) : 'other');

export function routes(shell: Shell): readonly KernelRoute[] {
  const rows = shell.ip('-4', 'route', 'show', 'table', 'all') as readonly RouteRow[];
  return rows.map(row => ({
    table: Number(row.table ?? 254),
    destination: prefix(row.dst),
    type: typeOf(row.type ?? '1'),
    nextHops: hops(row),
    ...(row.prefsrc === undefined ? {} : { prefSrc: toIpv4(row.prefsrc) }),
    protocol: Number(row.protocol ?? 3),
    metric: row.metric ?? 0,
  }));
}

const hopArgs = ({ address, interface: name }: KernelNextHop): readonly string[] => [
  ...(address === undefined ? [] : ['via', address]),
  'dev',
  name,
];

function nextHopArgs({ nextHops }: KernelRoute): readonly string[] {
  if (nextHops.length < 2) return nextHops.flatMap(hopArgs);
  return nextHops.flatMap(hop => ['nexthop', ...hopArgs(hop), 'weight', `${hop.weight}`]);
}

const identity = (route: KernelRoute): readonly string[] => [
  route.type,
  route.destination,
  ...['table', `${route.table}`, 'proto', `${route.protocol}`],
  ...(route.metric > 0 ? ['metric', `${route.metric}`] : []),
];

export function writeRoute(shell: Shell, verb: 'add' | 'replace', route: KernelRoute): void {
  const source = route.prefSrc === undefined ? [] : ['src', route.prefSrc];
  shell.say(['ip', '-4', 'route', verb, ...identity(route), ...source, ...nextHopArgs(route)]);
}

export function deleteRoute(shell: Shell, route: KernelRoute): void {
  shell.say(['ip', '-4', 'route', 'delete', ...identity(route)]);
}

interface RuleRow {
  readonly priority: number;
  readonly src: string;
  readonly srclen?: number;
  readonly dst?: string;
  readonly dstlen?: number;
  readonly iif?: string;
  readonly fwmark?: string;
  readonly fwmask?: string;
  readonly table?: string;
  readonly action?: string;
  readonly suppress_prefixlen?: number;
  readonly protocol?: string;
}

function selector(key: 'from' | 'to', address: string | undefined, length = 32): object {
  return address === undefined || address === 'all' ? {} : { [key]: `${address}/${length}` };
}

function action(row: RuleRow): KernelRule['action'] {
  if (row.table !== undefined) {
    const table = { kind: 'lookup', table: Number(row.table) } as const;
    const suppress = row.suppress_prefixlen;
    return suppress === undefined ? table : { ...table, suppressPrefixLength: suppress };
  }
  const kind = typeOf(row.action ?? '');
  return { kind: kind === 'blackhole' || kind === 'unreachable' || kind === 'prohibit' ? kind : 'other' };
}

export function rules(shell: Shell): readonly KernelRule[] {
  const rows = shell.ip('-4', 'rule', 'show') as readonly RuleRow[];
  return rows.map(row => ({
    priority: row.priority,
    ...(row.fwmark === undefined
      ? {}
      : { fwmark: { value: Number(row.fwmark), mask: Number(row.fwmask ?? 0xffffffff) } }),
    ...selector('from', row.src, row.srclen),
    ...selector('to', row.dst, row.dstlen),
    ...(row.iif === undefined ? {} : { iif: row.iif }),
    action: action(row),
    protocol: Number(row.protocol ?? 0),
  }));
}

export function writeRule(shell: Shell, verb: 'add' | 'delete', rule: KernelRule): void {
  const { fwmark, from, to, iif, action: act } = rule;
  const suppress = act.kind === 'lookup' ? act.suppressPrefixLength : undefined;
  shell.say([
    ...['ip', '-4', 'rule', verb, 'pref', `${rule.priority}`],
    ...(from === undefined ? [] : ['from', from]),
    ...(to === undefined ? [] : ['to', to]),
    ...(iif === undefined ? [] : ['iif', iif]),
    ...(fwmark === undefined ? [] : ['fwmark', `${fwmark.value}/${fwmark.mask}`]),
    ...['protocol', `${rule.protocol}`],
    ...(act.kind === 'lookup' ? ['lookup', `${act.table}`] : ['type', act.kind]),
    ...(suppress === undefined ? [] : ['suppress_prefixlength', `${suppress}`]),
  ]);
}
