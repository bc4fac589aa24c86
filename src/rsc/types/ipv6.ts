import { parseIpv6Interface } from '../../net/index.ts';
import type { ValueType } from './value-type.ts';

/** An IPv6 address or network, as written. `::/0` and `fe80::1%ether1` are such. */
export const ipv6: ValueType<string> = {
  name: 'IPv6 address or network',
  example: '2001:db8::/64',
  read: text => (parseIpv6Interface(text.replace(/%[^/]+/, '')) ? text : undefined),
  write: value => value,
};
