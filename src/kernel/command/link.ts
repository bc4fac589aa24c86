import type { HostAddress } from '../../linux/index.ts';
import { type Family, isIpv4Interface, toAddress } from '../../net/index.ts';
import type { LinkChange, LinkSpec } from '../netlink/index.ts';
import type { KernelAddress, Link, LinkCounters, Neighbour } from '../types.ts';
import type { Shell } from './shell.ts';

interface Counted {
  readonly packets: number;
  readonly bytes: number;
  readonly errors: number;
  readonly dropped: number;
}

interface LinkRow {
  readonly ifindex: number;
  readonly ifname: string;
  readonly flags: readonly string[];
  readonly mtu: number;
  readonly address?: string;
  readonly ifalias?: string;
  readonly master?: string;
  readonly linkinfo?: { readonly info_kind?: string };
  readonly stats64: { readonly rx: Counted; readonly tx: Counted };
  readonly addr_info?: readonly {
    readonly local: string;
    /** The peer of a point-to-point address. */
    readonly address?: string;
    readonly prefixlen: number;
  }[];
}

const counters = ({ rx, tx }: LinkRow['stats64']): LinkCounters => ({
  rxPackets: rx.packets,
  txPackets: tx.packets,
  rxBytes: rx.bytes,
  txBytes: tx.bytes,
  rxErrors: rx.errors,
  txErrors: tx.errors,
  rxDropped: rx.dropped,
  txDropped: tx.dropped,
});

export function links(shell: Shell): readonly Link[] {
  const rows = shell.ip('-s', 'link', 'show') as readonly LinkRow[];
  const indexOf = (name: string | undefined): number => rows.find(row => row.ifname === name)?.ifindex ?? 0;
  return rows.map(row => ({
    index: row.ifindex,
    name: row.ifname,
    kind: row.linkinfo?.info_kind ?? '',
    up: row.flags.includes('UP'),
    running: row.flags.includes('UP') && row.flags.includes('LOWER_UP'),
    mtu: row.mtu,
    mac: row.address ?? '',
    alias: row.ifalias ?? '',
    master: indexOf(row.master),
    counters: counters(row.stats64),
  }));
}

/** `ip` finds a namespace by path; an fd of ours has one in /proc. */
const nsArgs = (fd: number | undefined): readonly string[] =>
  fd === undefined ? [] : ['netns', `/proc/${process.pid}/fd/${fd}`];

const optional = (key: string, value: string | number | undefined): readonly string[] =>
  value === undefined ? [] : [key, `${value}`];

export function changeLink(shell: Shell, name: string, change: LinkChange): void {
  const { up, master, alias } = change;
  const args = [
    ...(up === undefined ? [] : [up ? 'up' : 'down']),
    ...(master === undefined ? [] : master === '' ? ['nomaster'] : ['master', master]),
    ...optional('mtu', change.mtu),
    ...optional('address', change.mac),
    ...optional('alias', alias),
    ...nsArgs(change.ns),
  ];
  shell.say(['ip', 'link', 'set', 'dev', name, ...args]);
}

const ends = (end: Omit<LinkSpec, 'kind'>): readonly string[] => [
  'name',
  end.name,
  ...optional('index', end.index),
  ...optional('mtu', end.mtu),
  ...optional('address', end.mac),
  ...nsArgs(end.ns),
];

function kindArgs(spec: LinkSpec): readonly string[] {
  if (spec.kind === 'veth') return ['peer', ...ends(spec.peer)];
  if (spec.kind !== 'vxlan') return [];
  return [
    ...['id', `${spec.id}`, 'dstport', `${spec.port ?? 4789}`],
    ...optional('remote', spec.remote),
    ...optional('local', spec.local),
    ...optional('dev', spec.link),
    ...(spec.learning === false ? ['nolearning'] : []),
  ];
}

export function createLink(shell: Shell, spec: LinkSpec): void {
  shell.say(['ip', 'link', 'add', ...ends(spec), 'type', spec.kind, ...kindArgs(spec)]);
  if (spec.alias !== undefined) changeLink(shell, spec.name, { alias: spec.alias });
}

export function addresses(shell: Shell, family: Family): readonly KernelAddress[] {
  const rows = shell.ip(family === 'ipv4' ? '-4' : '-6', 'address', 'show') as readonly LinkRow[];
  return rows.flatMap(row =>
    (row.addr_info ?? []).map(({ local, prefixlen, address: peer }) => ({
      interface: row.ifname,
      address: {
        address: toAddress(local),
        length: prefixlen,
        ...(peer !== undefined && { peer: toAddress(peer) }),
      } as HostAddress,
      protocol: 0, // iproute2 6.1 cannot tell
    })),
  );
}

/** Adds or deletes. The mark of the owner is dropped: iproute2 6.1 cannot set it. */
export function writeAddress(shell: Shell, verb: 'add' | 'delete', name: string, own: HostAddress): void {
  const broadcast = verb === 'add' && isIpv4Interface(own) && own.length < 31 ? ['broadcast', '+'] : [];
  // A point-to-point address has its prefix length at the peer.
  const what =
    own.peer === undefined
      ? [`${own.address}/${own.length}`]
      : [own.address, 'peer', `${own.peer}/${own.length}`];
  shell.say(['ip', 'address', verb, ...what, ...broadcast, 'dev', name]);
}

interface NeighbourRow {
  readonly dst: string;
  readonly dev: string;
  readonly lladdr?: string;
  readonly state: readonly string[];
}

export function neighbours(shell: Shell, family: Family): readonly Neighbour[] {
  const rows = shell.ip(
    family === 'ipv4' ? '-4' : '-6',
    'neighbour',
    'show',
    'nud',
    'all',
  ) as readonly NeighbourRow[];
  return rows.map(row => ({
    interface: row.dev,
    address: toAddress(row.dst),
    mac: row.lladdr ?? '',
    state: (row.state[0] ?? 'none').toLowerCase(),
  }));
}
