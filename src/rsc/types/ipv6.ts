import type { ValueType } from './value-type.ts';

/** The eight groups of an IPv6 address, or undefined. */
function groupsOf(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail] = halves.map(half => (half === '' ? [] : half.split(':')));
  const given = [...head, ...(tail ?? [])];
  if (!given.every(group => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const missing = 8 - given.length;
  if (tail ? missing < 1 : missing !== 0) return undefined;
  const zeros = Array.from({ length: tail ? missing : 0 }, () => '0');
  return [...head, ...zeros, ...(tail ?? [])].map(group => Number.parseInt(group, 16));
}

/** Is `text` an IPv6 address (RFC 4291, without embedded IPv4)? */
export function isIpv6(text: string): boolean {
  return text.includes(':') && groupsOf(text) !== undefined;
}

/** An IPv6 address or network, as written. `::/0` and `fe80::1%ether1` are such. */
export const ipv6: ValueType<string> = {
  name: 'IPv6 address or network',
  example: '2001:db8::/64',
  read: text => {
    const [address = '', length = '128', ...rest] = text.replace(/%[^/]+/, '').split('/');
    const good = rest.length === 0 && isIpv6(address) && /^\d{1,3}$/.test(length) && Number(length) <= 128;
    return good ? text : undefined;
  },
  write: value => value,
};
