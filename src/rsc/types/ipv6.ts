import type { Ipv6AddressMatch } from '../../model/index.ts';
import {
  canonicalIpv6,
  compareAddresses,
  type Ipv6Prefix,
  parseIpv6Interface,
  parseIpv6Prefix,
} from '../../net/index.ts';
import type { ValueType } from './value-type.ts';

/** An IPv6 address or network, as written. `::/0` and `fe80::1%ether1` are such. */
export const ipv6: ValueType<string> = {
  name: 'IPv6 address or network',
  example: '2001:db8::/64',
  read: text => (parseIpv6Interface(text.replace(/%[^/]+/, '')) ? text : undefined),
  write: value => value,
};

/** A network; a bare address is a host. RouterOS prints the length of a host, too. */
const ipv6Prefix: ValueType<Ipv6Prefix> = {
  name: 'IPv6 network',
  example: '2001:db8::/64',
  read: parseIpv6Prefix,
  write: value => value,
};

/** What `src-address=` takes in `/ipv6 firewall`: network, host, range, or an address with a free mask. */
export const ipv6AddressMatch: ValueType<Ipv6AddressMatch> = {
  name: 'IPv6 network, range or address/mask',
  example: '2001:db8::/64',
  read: text => readPrefix(text) ?? readPair(text, '-') ?? readPair(text, '/'),
  write: value => {
    if (value.kind === 'prefix') return ipv6Prefix.write(value.prefix);
    return value.kind === 'range' ? `${value.from}-${value.to}` : `${value.address}/${value.mask}`;
  },
};

function readPrefix(text: string): Ipv6AddressMatch | undefined {
  const prefix = parseIpv6Prefix(text);
  return prefix === undefined ? undefined : { kind: 'prefix', prefix };
}

/** `from-to` or `address/mask`. */
function readPair(text: string, separator: '-' | '/'): Ipv6AddressMatch | undefined {
  const [first, second, ...rest] = text.split(separator).map(canonicalIpv6);
  if (first === undefined || second === undefined || rest.length > 0) return undefined;
  if (separator === '/') return { kind: 'mask', address: first, mask: second };
  return compareAddresses(first, second) > 0 ? undefined : { kind: 'range', from: first, to: second };
}
