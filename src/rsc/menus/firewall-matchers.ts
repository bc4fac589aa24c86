import type {
  AddressType,
  ConnectionNatState,
  ConnectionState,
  Matcher,
  PccKind,
  TcpFlag,
} from '../../model/index.ts';
import { parseDuration } from '../../net/index.ts';
import { addressMatch, integer, listOf, mac, oneOf, ports } from '../types/index.ts';

/** Reads the text of a matcher without its `!`; undefined where the text is no value. */
export interface MatcherReader {
  readonly name: string;
  readonly example: string;
  readonly choices?: readonly string[];
  readonly read: (text: string, negated: boolean) => Matcher | undefined;
}

const addressTypes = listOf(
  oneOf<AddressType>('unicast', 'local', 'broadcast', 'multicast', 'blackhole', 'prohibit', 'unreachable'),
);
const states = listOf(oneOf<ConnectionState>('new', 'established', 'related', 'invalid', 'untracked'));
const natStates = listOf(oneOf<ConnectionNatState>('srcnat', 'dstnat'));
const pccKinds: readonly PccKind[] = [
  'src-address',
  'dst-address',
  'both-addresses',
  'src-port',
  'src-address-and-port',
  'dst-port',
  'dst-address-and-port',
  'both-ports',
  'both-addresses-and-ports',
];
const tcpFlags: readonly TcpFlag[] = ['fin', 'syn', 'rst', 'psh', 'ack', 'urg', 'ece', 'cwr'];

type InterfaceKind = 'in-interface' | 'out-interface' | 'in-bridge-port' | 'out-bridge-port';
type ListKind = 'in-interface-list' | 'out-interface-list' | 'src-address-list' | 'dst-address-list';
type MarkKind = 'connection-mark' | 'packet-mark' | 'routing-mark';
type PortKind = 'src-port' | 'dst-port' | 'port';

/** Not empty and no placeholder such as `<wan>`. */
const isName = (text: string) => text !== '' && !/^[<>{]/.test(text);

const viaInterface = (kind: InterfaceKind): MatcherReader => ({
  name: '[!]interface',
  example: 'ether1',
  read: (text, negated) => (isName(text) ? { kind, interface: text, negated } : undefined),
});

const viaList = (kind: ListKind): MatcherReader => ({
  name: '[!]list',
  example: 'LAN',
  read: (text, negated) => (isName(text) ? { kind, list: text, negated } : undefined),
});

const byMark = (kind: MarkKind): MatcherReader => ({
  name: '[!]mark',
  example: 'no-mark',
  read: (text, negated) => (isName(text) ? { kind, mark: text, negated } : undefined),
});

const byPort = (kind: PortKind): MatcherReader => ({
  name: '[!]ports',
  example: '80,443',
  read: (text, negated) => {
    const value = ports.read(text);
    return value && { kind, ports: value, negated };
  },
});

const byAddress = (kind: 'src-address' | 'dst-address'): MatcherReader => ({
  name: '[!]network or range',
  example: '192.168.0.0/24',
  read: (text, negated) => {
    const address = addressMatch.read(text);
    return address && { kind, address, negated };
  },
});

const byAddressType = (kind: 'src-address-type' | 'dst-address-type'): MatcherReader => ({
  name: '[!]address types',
  example: '!local',
  choices: addressTypes.choices ?? [],
  read: (text, negated) => {
    const types = addressTypes.read(text);
    return types?.length ? { kind, types, negated } : undefined;
  },
});

const range = (kind: 'tcp-mss' | 'packet-size' | 'connection-bytes'): MatcherReader => ({
  name: '[!]number or range',
  example: '0-1400',
  read: (text, negated) => {
    const match = /^(\d+)(?:-(\d+))?$/.exec(text);
    if (!match) return undefined;
    const from = Number(match[1]);
    return { kind, from, to: upperEnd(kind, from, match[2]), negated };
  },
});

/** `connection-bytes=500000-0` has no upper end. */
function upperEnd(kind: string, from: number, to: string | undefined): number {
  if (to === undefined) return from;
  return kind === 'connection-bytes' && Number(to) === 0 ? Number.MAX_SAFE_INTEGER : Number(to);
}

const pcc: MatcherReader = {
  name: '[!]fields:denominator/remainder',
  example: 'both-addresses:2/0',
  choices: pccKinds,
  read: (text, negated) => {
    const match = /^([a-z-]+):(\d{1,10})\/(\d{1,10})$/.exec(text);
    const fields = pccKinds.find(kind => kind === match?.[1]);
    const denominator = Number(match?.[2]);
    if (!fields || denominator < 1) return undefined;
    return { kind: 'per-connection-classifier', fields, denominator, remainder: Number(match?.[3]), negated };
  },
};

const nth: MatcherReader = {
  name: 'every,packet',
  example: '2,1',
  read: (text, negated) => {
    const match = /^(\d+),(\d+)$/.exec(text);
    const every = Number(match?.[1]);
    return match && every > 0 ? { kind: 'nth', every, packet: Number(match[2]), negated } : undefined;
  },
};

/** `5,5:packet` (5 a second), `5/1m,5:packet`, `10k,5:bit`; without a unit of time it is a second. */
const limit: MatcherReader = {
  name: '[!]count/time,burst:mode',
  example: '5/1s,5:packet',
  read: (text, negated) => {
    const match = /^(\d+)(k|M|G)?(?:\/(\w+))?(?:,(\d+))?(?::(packet|bit))?$/.exec(text);
    const perMs = parseDuration(match?.[3] ?? '1s');
    if (!match || !perMs) return undefined;
    const count = Number(match[1]) * ({ k: 1e3, M: 1e6, G: 1e9 }[match[2] ?? ''] ?? 1);
    const mode = match[5] === 'bit' ? 'bit' : 'packet';
    return { kind: 'limit', count, perMs, burst: Number(match[4] ?? 5), mode, negated };
  },
};

const flags: MatcherReader = {
  name: '[!]flags',
  example: 'syn,!ack',
  choices: tcpFlags,
  read: (text, negated) => {
    const set: TcpFlag[] = [];
    const clear: TcpFlag[] = [];
    for (const part of text.split(',')) {
      const flag = tcpFlags.find(known => known === part.replace(/^!/, ''));
      if (!flag) return undefined;
      (part.startsWith('!') ? clear : set).push(flag);
    }
    return { kind: 'tcp-flags', set, clear, negated };
  },
};

const icmp: MatcherReader = {
  name: 'type:code',
  example: '8:0',
  read: (text, negated) => {
    const match = /^(\d{1,3})(?::(\d{1,3})(?:-(\d{1,3}))?)?$/.exec(text);
    if (!match) return undefined;
    const codes =
      match[2] === undefined ? {} : { codeFrom: Number(match[2]), codeTo: Number(match[3] ?? match[2]) };
    return { kind: 'icmp-options', type: Number(match[1]), ...codes, negated };
  },
};

const ttl: MatcherReader = {
  name: 'comparison:number',
  example: 'equal:1',
  read: (text, negated) => {
    const match = /^(?:(equal|greater-than|less-than|not-equal):)?(\d{1,3})$/.exec(text);
    if (!match) return undefined;
    const op =
      (['greater-than', 'less-than', 'not-equal'] as const).find(known => known === match[1]) ?? 'equal';
    return { kind: 'ttl', op, ttl: Number(match[2]), negated };
  },
};

const protocol: MatcherReader = {
  name: '[!]protocol',
  example: 'tcp',
  read: (text, negated) =>
    /^[a-z0-9-]+$/.test(text) ? { kind: 'protocol', protocol: text, negated } : undefined,
};

/** Properties that are conditions, by name. */
export const matcherReaders: Readonly<Record<string, MatcherReader>> = {
  'in-interface': viaInterface('in-interface'),
  'out-interface': viaInterface('out-interface'),
  'in-interface-list': viaList('in-interface-list'),
  'out-interface-list': viaList('out-interface-list'),
  'in-bridge-port': viaInterface('in-bridge-port'),
  'out-bridge-port': viaInterface('out-bridge-port'),
  'src-address': byAddress('src-address'),
  'dst-address': byAddress('dst-address'),
  'src-address-list': viaList('src-address-list'),
  'dst-address-list': viaList('dst-address-list'),
  'src-address-type': byAddressType('src-address-type'),
  'dst-address-type': byAddressType('dst-address-type'),
  'src-mac-address': {
    name: '[!]MAC address',
    example: mac.example,
    read: (text, negated) => {
      const value = mac.read(text);
      return value === undefined ? undefined : { kind: 'src-mac-address', mac: value, negated };
    },
  },
  protocol,
  'src-port': byPort('src-port'),
  'dst-port': byPort('dst-port'),
  port: byPort('port'),
  'connection-mark': byMark('connection-mark'),
  'packet-mark': byMark('packet-mark'),
  'routing-mark': byMark('routing-mark'),
  'connection-state': {
    name: '[!]states',
    example: 'established,related',
    choices: states.choices ?? [],
    read: (text, negated) => {
      const value = states.read(text);
      return value?.length ? { kind: 'connection-state', states: value, negated } : undefined;
    },
  },
  'connection-nat-state': {
    name: '[!]srcnat | dstnat',
    example: '!dstnat',
    choices: natStates.choices ?? [],
    read: (text, negated) => {
      const value = natStates.read(text);
      return value?.length ? { kind: 'connection-nat-state', states: value, negated } : undefined;
    },
  },
  'per-connection-classifier': pcc,
  nth,
  random: {
    name: '1..99',
    example: '50',
    read: (text, negated) => {
      const percent = integer(1, 99).read(text);
      return percent === undefined ? undefined : { kind: 'random', percent, negated };
    },
  },
  limit,
  'tcp-flags': flags,
  'tcp-mss': range('tcp-mss'),
  'icmp-options': icmp,
  dscp: {
    name: '[!]0..63',
    example: '46',
    read: (text, negated) => {
      const dscp = integer(0, 63).read(text);
      return dscp === undefined ? undefined : { kind: 'dscp', dscp, negated };
    },
  },
  ttl,
  'packet-size': range('packet-size'),
  'connection-bytes': range('connection-bytes'),
  fragment: {
    name: 'yes | no',
    example: 'yes',
    read: (text, negated) =>
      text === 'yes'
        ? { kind: 'fragment', negated }
        : text === 'no'
          ? { kind: 'fragment', negated: !negated }
          : undefined,
  },
};

/** Conditions that RouterOS has and we do not execute: kept as text. */
export const unsupportedMatchers: readonly string[] =
  `connection-limit connection-rate connection-type content
  dst-limit hotspot ingress-priority in-bridge-port-list ipsec-policy ipv4-options layer7-protocol
  out-bridge-port-list p2p priority psd realm routing-table time tls-host`.split(/\s+/);
