/** An IPv4 address in canonical dotted form, e.g. `192.168.0.1`. */
export type Ipv4 = `${number}.${number}.${number}.${number}`;

/** IPv4 as an unsigned 32-bit number, or undefined where `text` is not exactly four decimal octets. */
export function parseIpv4(text: string): number | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  let value = 0;
  for (const part of match.slice(1)) {
    const octet = Number(part);
    if (octet > 255) return undefined;
    value = value * 256 + octet;
  }
  return value;
}

/** The canonical dotted form of an unsigned 32-bit number. */
export function printIpv4(value: number): Ipv4 {
  return `${(value >>> 24) & 255}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;
}

/** As `parseIpv4`, for text already known to be an address (model values): throws on anything else. */
export function ipv4ToNumber(address: Ipv4): number {
  const value = parseIpv4(address);
  if (value === undefined) throw new TypeError(`not an IPv4 address: ${address}`);
  return value;
}

/** Is `text` an IPv4 address? */
export function isIpv4(text: string): text is Ipv4 {
  return parseIpv4(text) !== undefined;
}

/** The address in canonical form (`010.0.0.1` is `10.0.0.1`), or undefined. */
export function canonicalIpv4(text: string): Ipv4 | undefined {
  const value = parseIpv4(text);
  return value === undefined ? undefined : printIpv4(value);
}

/** As `canonicalIpv4`, for text that was checked before: throws on anything else. */
export function toIpv4(text: string): Ipv4 {
  const address = canonicalIpv4(text);
  if (address === undefined) throw new TypeError(`not an IPv4 address: ${text}`);
  return address;
}
