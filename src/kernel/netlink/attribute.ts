/** One netlink attribute as received: its type without the flag bits, and its payload. */
export interface Attribute {
  readonly type: number;
  readonly data: Buffer;
}

const headerBytes = 4;
/** NLA_F_NESTED, and NLA_F_NET_BYTEORDER beside it: not part of the type (linux/netlink.h). */
const flagBits = 0xc000;
const nestedBit = 0x8000;

/** Netlink pads everything to 4 bytes. */
export const align = (length: number): number => (length + 3) & ~3;

/** An attribute with the concatenated parts as its payload. */
export function attr(type: number, ...parts: readonly Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, headerBytes);
  const bytes = Buffer.alloc(align(length));
  bytes.writeUInt16LE(length, 0);
  bytes.writeUInt16LE(type, 2);
  let at = headerBytes;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** An attribute made of attributes. */
export const nested = (type: number, ...parts: readonly Uint8Array[]): Buffer =>
  attr(type | nestedBit, ...parts);

/** All attributes of a payload in order; views into `bytes`, valid as long as it is. Stops at a broken length. */
export function attributes(bytes: Buffer): readonly Attribute[] {
  const found: Attribute[] = [];
  for (let at = 0; at + headerBytes <= bytes.length; ) {
    const length = bytes.readUInt16LE(at);
    if (length < headerBytes || at + length > bytes.length) break;
    const type = bytes.readUInt16LE(at + 2) & ~flagBits;
    found.push({ type, data: bytes.subarray(at + headerBytes, at + length) });
    at += align(length);
  }
  return found;
}

/** Where the payload of the first attribute of a type begins and ends, of those between two places: for hot paths that want few of many. */
export function placeOf(
  bytes: Buffer,
  wanted: number,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } | undefined {
  for (let at = from; at + headerBytes <= to; ) {
    const length = bytes.readUInt16LE(at);
    if (length < headerBytes || at + length > to) return undefined;
    if ((bytes.readUInt16LE(at + 2) & ~flagBits) === wanted)
      return { from: at + headerBytes, to: at + length };
    at += align(length);
  }
  return undefined;
}

/** The same as a view. */
export function attributeOf(bytes: Buffer, wanted: number): Buffer | undefined {
  const place = placeOf(bytes, wanted, 0, bytes.length);
  return place && bytes.subarray(place.from, place.to);
}

/** Attributes by type; the last one wins. */
export function attributeMap(bytes: Buffer): ReadonlyMap<number, Buffer> {
  return new Map(attributes(bytes).map(({ type, data }) => [type, data]));
}
