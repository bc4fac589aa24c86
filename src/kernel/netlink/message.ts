import { align, attributeMap } from './attribute.ts';
import { readText } from './bytes.ts';

/** A netlink message as received; `payload` is a view into the receive buffer. */
export interface Message {
  readonly type: number;
  readonly flags: number;
  readonly sequence: number;
  /** Port number of the socket that asked for it; of a change: who made it, 0 the kernel itself. */
  readonly sender: number;
  readonly payload: Buffer;
}

export const nlmsg = { NOOP: 1, ERROR: 2, DONE: 3 } as const;

/** NLM_F_* of linux/netlink.h. */
export const nlm = {
  REQUEST: 1,
  MULTI: 2,
  ACK: 4,
  DUMP_INTERRUPTED: 0x10,
  DUMP: 0x300,
  REPLACE: 0x100,
  EXCL: 0x200,
  CREATE: 0x400,
  APPEND: 0x800,
  // The same bits on an answer of type ERROR mean:
  CAPPED: 0x100,
  ACK_TLVS: 0x200,
} as const;

const headerBytes = 16;

/** `struct nlmsghdr` and the parts after it, padded. */
export function message(
  type: number,
  flags: number,
  sequence: number,
  ...parts: readonly Uint8Array[]
): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, headerBytes);
  const bytes = Buffer.alloc(align(length));
  bytes.writeUInt32LE(length, 0);
  bytes.writeUInt16LE(type, 4);
  bytes.writeUInt16LE(flags, 6);
  bytes.writeUInt32LE(sequence >>> 0, 8);
  let at = headerBytes;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** All messages of one datagram. Stops at a broken length. */
export function messages(bytes: Buffer): readonly Message[] {
  const found: Message[] = [];
  for (let at = 0; at + headerBytes <= bytes.length; ) {
    const length = bytes.readUInt32LE(at);
    if (length < headerBytes || at + length > bytes.length) break;
    found.push({
      type: bytes.readUInt16LE(at + 4),
      flags: bytes.readUInt16LE(at + 6),
      sequence: bytes.readUInt32LE(at + 8),
      sender: bytes.readUInt32LE(at + 12),
      payload: bytes.subarray(at + headerBytes, at + length),
    });
    at += align(length);
  }
  return found;
}

/** What an ERROR message says: errno (0: it is an acknowledgement) and the kernel's own words, where it has some. */
export function readAck({ flags, payload }: Message): { readonly errno: number; readonly words: string } {
  const errno = -payload.readInt32LE(0);
  if (!(flags & nlm.ACK_TLVS)) return { errno, words: '' };
  // The header of the refused request is repeated; its payload too, unless capped.
  const echoed = flags & nlm.CAPPED ? headerBytes : payload.readUInt32LE(4);
  const words = attributeMap(payload.subarray(4 + align(echoed))).get(1);
  return { errno, words: words ? readText(words) : '' };
}
