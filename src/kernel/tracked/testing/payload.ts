import type { Address } from '../../../net/index.ts';
import { attr, nested } from '../../netlink/attribute.ts';
import { addressBytes, be16, be32, u8 } from '../../netlink/bytes.ts';

/** A connection as the kernel sends it. */
export interface Sent {
  readonly id: number;
  readonly protocol?: number;
  /** Source and destination of the original direction, then of the reply. */
  readonly addresses: readonly [Address, Address, Address, Address];
  readonly ports?: readonly [number, number, number, number];
  readonly status?: number;
  readonly tcpState?: number;
  readonly timeout?: number;
  readonly mark?: number;
  /** Bytes of the original direction and of the reply; a packet for each 100. */
  readonly bytes?: readonly [number, number];
}

const be64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
};

/** Payload of IPCTNL_MSG_CT_NEW. */
export function payloadOf({ id, protocol = 6, addresses, ports, status = 0xe, ...rest }: Sent): Buffer {
  const { tcpState, timeout = 60, mark = 0, bytes } = rest;
  const tuple = (kind: number, side: 0 | 2): Buffer => {
    const [source, destination] = [addresses[side], addresses[(side + 1) as 1 | 3]];
    const first = addressBytes(source).length === 4 ? 1 : 3;
    const ends = ports ? [attr(2, be16(ports[side])), attr(3, be16(ports[(side + 1) as 1 | 3]))] : [];
    return nested(
      kind,
      nested(1, attr(first, addressBytes(source)), attr(first + 1, addressBytes(destination))),
      nested(2, attr(1, u8(protocol)), ...ends),
    );
  };
  const counted = (kind: number, count: number): Buffer =>
    nested(kind, attr(1, be64(Math.ceil(count / 100))), attr(2, be64(count)));
  return Buffer.concat([
    Buffer.from([2, 0, 0, 0]),
    tuple(1, 0),
    tuple(2, 2),
    attr(3, be32(status)),
    ...(tcpState === undefined ? [] : [nested(4, nested(1, attr(1, u8(tcpState))))]),
    attr(7, be32(timeout)),
    attr(8, be32(mark)),
    ...(bytes ? [counted(9, bytes[0]), counted(10, bytes[1])] : []),
    attr(12, be32(id)),
  ]);
}
