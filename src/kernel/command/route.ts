import {
  defaultPrefix,
  type Family,
  familyOf,
  type Prefix,
  parsePrefix,
  toAddress,
} from '../../net/index.ts';
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
  readonly flags?: readonly string[];
  readonly nexthops?: readonly {
    readonly gateway?: string;
    readonly dev: string;
    readonly weight: number;
    readonly flags?: readonly string[];
  }[];
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

function prefix(text: string, family: Family): Prefix {
  const found = text === 'default' ? defaultPrefix(family) : parsePrefix(text);
  if (found === undefined) throw new TypeError(`not a prefix: ${text}`);
  return found;
}

/** `-4` or `-6`. */
const option = (family: Family): string => (family === 'ipv4' ? '-4' : '-6');

function hops(row: RouteRow): readonly KernelNextHop[] {
  const own =
    row.dev === undefined ? [] : [{ gateway: row.gateway, dev: row.dev, weight: 1, flags: row.flags }];
  return (row.nexthops ?? own).map(({ gateway, dev, weight, flags }) => ({
    ...(gateway === undefined ? {} : { address: toAddress(gateway) }),
    interface: dev,
    weight,
    ...(flags?.includes('onlink') ? { onLink: true } : {}),
  }));
}

const typeOf = (text: string): RouteType =>
  types[text] ?? (Object.values(types).includes(text as RouteType) ? (text as RouteType) : 'other');

const discards: readonly RouteType[] = ['blackhole', 'unreachable', 'prohibit'];

export function routes(shell: Shell, family: Family): readonly KernelRoute[] {
  const rows = shell.ip(option(family), 'route', 'show', 'table', 'all') as readonly RouteRow[];
  return rows.map(row => ({
    table: Number(row.table ?? 254),
    destination: prefix(row.dst, family),
    type: typeOf(row.type ?? '1'),
    // An IPv6 route that discards hangs on `lo`.
    nextHops: discards.includes(typeOf(row.type ?? '1')) ? [] : hops(row),
    ...(row.prefsrc === undefined ? {} : { prefSrc: toAddress(row.prefsrc) }),
    protocol: Number(row.protocol ?? 3),
    metric: row.metric ?? 0,
  }));
}

const hopArgs = ({ address, interface: name, onLink }: KernelNextHop): readonly string[] => [
  ...(address === undefined ? [] : ['via', address]),
  'dev',
  name,
  ...(onLink ? ['onlink'] : []),
];

function nextHopArgs({ nextHops }: KernelRoute): readonly string[] {
  if (nextHops.length < 2) return nextHops.flatMap(hopArgs);
  return nextHops.flatMap(hop => {
    const { onLink, ...rest } = hop;
    return ['nexthop', ...hopArgs(rest), 'weight', `${hop.weight}`, ...(onLink ? ['onlink'] : [])];
  });
}

const identity = (route: KernelRoute): readonly string[] => [
  route.type,
  route.destination,
  ...['table', `${route.table}`, 'proto', `${route.protocol}`],
  ...(route.metric > 0 ? ['metric', `${route.metric}`] : []),
];

export function writeRoute(shell: Shell, verb: 'add' | 'replace', route: KernelRoute): void {
  const source = route.prefSrc === undefined ? [] : ['src', route.prefSrc];
  shell.say([
    'ip',
    option(familyOf(route.destination)),
    'route',
    verb,
    ...identity(route),
    ...source,
    ...nextHopArgs(route),
  ]);
}

export function deleteRoute(shell: Shell, route: KernelRoute): void {
  shell.say(['ip', option(familyOf(route.destination)), 'route', 'delete', ...identity(route)]);
}

interface RuleRow {
  readonly priority: number;
  readonly src: string;
  readonly srclen?: number;
  readonly dst?: string;
  readonly dstlen?: number;
  readonly iif?: string;
  readonly oif?: string;
  readonly fwmark?: string;
  readonly fwmask?: string;
  readonly table?: string;
  readonly action?: string;
  readonly goto?: number;
  /** There without a value where it is meant. */
  readonly nop?: null;
  readonly suppress_prefixlen?: number;
  readonly protocol?: string;
}

function selector(key: 'from' | 'to', family: Family, text: string | undefined, length?: number): object {
  if (text === undefined || text === 'all') return {};
  return { [key]: prefix(`${text}/${length ?? (family === 'ipv4' ? 32 : 128)}`, family) };
}

function action(row: RuleRow): KernelRule['action'] {
  if (row.table !== undefined) {
    const table = { kind: 'lookup', table: Number(row.table) } as const;
    const suppress = row.suppress_prefixlen;
    return suppress === undefined ? table : { ...table, suppressPrefixLength: suppress };
  }
  if (row.goto !== undefined) return { kind: 'goto', target: row.goto };
  if ('nop' in row) return { kind: 'nop' };
  const kind = typeOf(row.action ?? '');
  return { kind: kind === 'blackhole' || kind === 'unreachable' || kind === 'prohibit' ? kind : 'other' };
}

export function rules(shell: Shell, family: Family): readonly KernelRule[] {
  const rows = shell.ip(option(family), 'rule', 'show') as readonly RuleRow[];
  return rows.map(row => ({
    family,
    priority: row.priority,
    ...(row.fwmark === undefined
      ? {}
      : { fwmark: { value: Number(row.fwmark), mask: Number(row.fwmask ?? 0xffffffff) } }),
    ...selector('from', family, row.src, row.srclen),
    ...selector('to', family, row.dst, row.dstlen),
    ...(row.iif === undefined ? {} : { iif: row.iif }),
    ...(row.oif === undefined ? {} : { oif: row.oif }),
    action: action(row),
    protocol: Number(row.protocol ?? 0),
  }));
}

function actionArgs(act: KernelRule['action']): readonly string[] {
  if (act.kind === 'lookup') return ['lookup', `${act.table}`];
  return act.kind === 'goto' ? ['goto', `${act.target}`] : ['type', act.kind];
}

export function writeRule(shell: Shell, verb: 'add' | 'delete', rule: KernelRule): void {
  const { fwmark, from, to, iif, oif, action: act } = rule;
  const suppress = act.kind === 'lookup' ? act.suppressPrefixLength : undefined;
  shell.say([
    ...['ip', option(rule.family), 'rule', verb, 'pref', `${rule.priority}`],
    ...(from === undefined ? [] : ['from', from]),
    ...(to === undefined ? [] : ['to', to]),
    ...(iif === undefined ? [] : ['iif', iif]),
    ...(oif === undefined ? [] : ['oif', oif]),
    ...(fwmark === undefined ? [] : ['fwmark', `${fwmark.value}/${fwmark.mask}`]),
    ...['protocol', `${rule.protocol}`],
    ...actionArgs(act),
    ...(suppress === undefined ? [] : ['suppress_prefixlength', `${suppress}`]),
  ]);
}
