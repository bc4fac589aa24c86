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

/** Payload of the first attribute of a type: for hot paths that want few of many. */
export function attributeOf(bytes: Buffer, wanted: number): Buffer | undefined {
  for (let at = 0; at + headerBytes <= bytes.length; ) {
    const length = bytes.readUInt16LE(at);
    if (length < headerBytes || at + length > bytes.length) return undefined;
    if ((bytes.readUInt16LE(at + 2) & ~flagBits) === wanted)
      return bytes.subarray(at + headerBytes, at + length);
    at += align(length);
  }
  return undefined;
}

/** Attributes by type; the last one wins. */
export function attributeMap(bytes: Buffer): ReadonlyMap<number, Buffer> {
  return new Map(attributes(bytes).map(({ type, data }) => [type, data]));
}
