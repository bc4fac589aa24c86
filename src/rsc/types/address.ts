import type { AddressMatch, Gateway } from '../../model/index.ts';
import {
  type InterfaceAddress,
  type Ipv4,
  ipv4ToNumber,
  isIpv4,
  type PortRange,
  type Prefix,
  parseInterfaceAddress,
  parsePorts,
  parsePrefix,
  printIpv4,
  printPorts,
} from '../../net/index.ts';
import type { ValueType } from './value-type.ts';

const canonical = (address: string): Ipv4 => printIpv4(ipv4ToNumber(address));

export const ipv4: ValueType<Ipv4> = {
  name: 'IPv4 address',
  example: '192.168.0.1',
  read: text => (isIpv4(text) ? canonical(text) : undefined),
  write: value => value,
};

/** An IPv4 or IPv6 address (IPv6 is only checked for its characters). */
export const anyAddress: ValueType<string> = {
  name: 'address',
  example: '192.168.0.1',
  read: text => (isIpv4(text) ? canonical(text) : /^[0-9a-f:]*:[0-9a-f:.]*$/i.test(text) ? text : undefined),
  write: value => value,
};

/** Address and mask of an interface; without a mask /32. */
export const interfaceAddress: ValueType<InterfaceAddress> = {
  name: 'address/mask',
  example: '192.168.0.1/24',
  read: parseInterfaceAddress,
  write: ({ address, length }) => `${address}/${length}`,
};

/** A network; a bare address is a host. */
export const prefix: ValueType<Prefix> = {
  name: 'network',
  example: '192.168.0.0/24',
  read: parsePrefix,
  write: value => value.replace(/\/32$/, ''),
};

/** A network that is always printed with its mask. */
export const maskedPrefix: ValueType<Prefix> = { ...prefix, write: value => value };

/** Two addresses joined by `-`, or one. */
export interface Ipv4Range {
  readonly from: Ipv4;
  readonly to: Ipv4;
}

function readRange(text: string): Ipv4Range | undefined {
  const [from = '', to = from, ...rest] = text.split('-');
  if (rest.length > 0 || !isIpv4(from) || !isIpv4(to) || ipv4ToNumber(from) > ipv4ToNumber(to))
    return undefined;
  return { from: canonical(from), to: canonical(to) };
}

export const ipv4Range: ValueType<Ipv4Range> = {
  name: 'address range',
  example: '192.168.0.10-192.168.0.99',
  read: readRange,
  write: ({ from, to }) => (from === to ? from : `${from}-${to}`),
};

/** What `src-address=` takes: network, host or range. */
export const addressMatch: ValueType<AddressMatch> = {
  name: 'network or range',
  example: '192.168.0.0/24',
  read: text => {
    const network = parsePrefix(text);
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

/** `10.0.0.1`, `ether1`, `10.0.0.1%ether1`, `10.0.0.1@main`. */
export const gateway: ValueType<Gateway> = {
  name: 'gateway',
  example: '10.0.0.1',
  read: readGateway,
  write: ({ address, interface: via, table }) =>
    `${[address, via].filter(part => part !== undefined).join('%')}${table === undefined ? '' : `@${table}`}`,
  interfaces: value => (value.interface === undefined ? [] : [value.interface]),
};

function readGateway(text: string): Gateway | undefined {
  const { hop = '', interface: via, table } = gatewayForm.exec(text)?.groups ?? {};
  if (hop === '' || /\s/.test(text)) return undefined;
  const where = table === undefined ? {} : { table };
  if (isIpv4(hop))
    return { address: canonical(hop), ...(via === undefined ? {} : { interface: via }), ...where };
  const isName = via === undefined && !/^[\d.]+$|[<>()[\]{}]/.test(hop);
  return isName ? { interface: hop, ...where } : undefined;
}
