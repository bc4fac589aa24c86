import type { Gateway, Ipv4AddressMatch } from '../../model/index.ts';
import {
  type Address,
  canonicalIpv4,
  compareAddresses,
  type Ipv4,
  type Ipv4Interface,
  type Ipv4Prefix,
  type PortRange,
  parseAddress,
  parseIpv4Interface,
  parseIpv4Prefix,
  parsePorts,
  prefixRange,
  printIpv4,
  printPorts,
} from '../../net/index.ts';
import type { ValueType } from './value-type.ts';

export const ipv4: ValueType<Ipv4> = {
  name: 'IPv4 address',
  example: '192.168.0.1',
  read: canonicalIpv4,
  write: value => value,
};

export const anyAddress: ValueType<Address> = {
  name: 'address',
  example: '192.168.0.1',
  read: parseAddress,
  write: value => value,
};

/** Address and mask of an interface; without a mask /32. */
export const interfaceAddress: ValueType<Ipv4Interface> = {
  name: 'address/mask',
  example: '192.168.0.1/24',
  read: parseIpv4Interface,
  write: ({ address, length }) => `${address}/${length}`,
};

/** A network; a bare address is a host. */
export const prefix: ValueType<Ipv4Prefix> = {
  name: 'network',
  example: '192.168.0.0/24',
  read: parseIpv4Prefix,
  write: value => value.replace(/\/32$/, ''),
};

/** A network that is always printed with its mask. */
export const maskedPrefix: ValueType<Ipv4Prefix> = { ...prefix, write: value => value };

/** Two addresses joined by `-`, or one. */
export interface Ipv4Range {
  readonly from: Ipv4;
  readonly to: Ipv4;
}

function readRange(text: string): Ipv4Range | undefined {
  const [from = '', to = from, ...rest] = text.split('-');
  const [first, last] = [canonicalIpv4(from), canonicalIpv4(to)];
  if (rest.length > 0 || first === undefined || last === undefined) return undefined;
  return compareAddresses(first, last) > 0 ? undefined : { from: first, to: last };
}

/** All addresses of a network, as a range. */
export function wholeNetwork(text: string): Ipv4Range | undefined {
  const network = parseIpv4Prefix(text);
  if (network === undefined) return undefined;
  const { from, to } = prefixRange(network);
  return { from: printIpv4(from), to: printIpv4(to) };
}

export const ipv4Range: ValueType<Ipv4Range> = {
  name: 'address range',
  example: '192.168.0.10-192.168.0.99',
  read: readRange,
  write: ({ from, to }) => (from === to ? from : `${from}-${to}`),
};

/** What `src-address=` takes: network, host or range. */
export const addressMatch: ValueType<Ipv4AddressMatch> = {
  name: 'network or range',
  example: '192.168.0.0/24',
  read: text => {
    const network = parseIpv4Prefix(text);
    if (network !== undefined) return { kind: 'prefix', prefix: network };
    const range = readRange(text);
    return range && { kind: 'range', ...range };
  },
  write: value => (value.kind === 'prefix' ? prefix.write(value.prefix) : ipv4Range.write(value)),
};

export const ports: ValueType<readonly PortRange[]> = {
  name: 'ports',
  example: '80,443,8000-8099',
  read: parsePorts,
  write: printPorts,
};

/** One port or one range. */
export const portRange: ValueType<PortRange> = {
  name: 'port or range',
  example: '8080',
  read: text => {
    const [first, ...rest] = parsePorts(text) ?? [];
    return rest.length === 0 ? first : undefined;
  },
  write: value => printPorts([value]),
};

const gatewayForm = /^(?<hop>[^%@]+)(?:%(?<interface>[^%@]+))?(?:@(?<table>[^%@]+))?$/;

/** `10.0.0.1`, `ether1 - WAN`, `10.0.0.1%ether1`, `10.0.0.1@main`. */
export const gateway: ValueType<Gateway> = {
  name: 'gateway',
  example: '10.0.0.1',
  read: readGateway,
  write: ({ address, interface: via, table }) =>
    `${[address, via].filter(part => part !== undefined).join('%')}${table === undefined ? '' : `@${table}`}`,
  interfaces: value => (value.interface === undefined ? [] : [value.interface]),
};

/** A part of an address as it is, or hidden: `x`, `bb`, `***`. */
const shownOrHidden = /^(?:\d+|([a-z*#])\1*)$/i;

/** An address of which the author hid a part, or all: `198.51.x.x`, `b.b.b.b`. No interface is called so. */
function isMasked(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every(part => shownOrHidden.test(part));
}

function readGateway(text: string): Gateway | undefined {
  const { hop = '', interface: via, table } = gatewayForm.exec(text)?.groups ?? {};
  if (hop === '' || text !== text.trim()) return undefined;
  const where = table === undefined ? {} : { table };
  const address = canonicalIpv4(hop);
  if (address !== undefined) return { address, ...(via === undefined ? {} : { interface: via }), ...where };
  const isName = via === undefined && !/^[\d.]+$|[<>()[\]{}]/.test(hop) && !isMasked(hop);
  return isName ? { interface: hop, ...where } : undefined;
}
