/** An IPv4 address in canonical dotted form, e.g. `192.168.0.1`. */
export type Ipv4 = `${number}.${number}.${number}.${number}`;

/** IPv4 as an unsigned 32-bit number, or undefined where `text` is not exactly four decimal octets. */
export function parseIpv4(text: string): number | undefined {
  let [value, octet, digits, dots] = [0, 0, 0, 0];
  // Texts have thousands of them: sign by sign takes a fifth of the time of a regular expression.
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (digit >= 0 && digit <= 9) {
      octet = octet * 10 + digit;
      if (++digits > 3 || octet > 255) return undefined;
    } else {
      if (digit !== dot || digits === 0 || ++dots > 3) return undefined;
      value = value * 256 + octet;
      [octet, digits] = [0, 0];
    }
  }
  return dots === 3 && digits > 0 ? value * 256 + octet : undefined;
}

const zero = '0'.charCodeAt(0);
const dot = '.'.charCodeAt(0) - zero;

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
