import type { BitRate } from '../../net/index.ts';
import { attr, nested } from './attribute.ts';
import { text, u32 } from './bytes.ts';
import { linkIndex } from './link.ts';
import { nlm } from './message.ts';
import type { NetlinkSocket } from './socket.ts';

const RTM_NEWQDISC = 36;
const TC_H_ROOT = 0xffff_ffff;
const TC_LINKLAYER_ETHERNET = 1;
const tca = { KIND: 1, OPTIONS: 2, TBF_PARMS: 1, TBF_RATE64: 4, TBF_BURST: 6 } as const;

/** A token bucket filter (tc-tbf(8)). Sizes in bytes of whole frames. */
export interface TokenBucket {
  readonly rate: BitRate;
  /** What may leave at once after a pause. */
  readonly burst: number;
  /** What may wait; more is dropped. */
  readonly limit: number;
}

/** Puts a token bucket filter at the root of an interface, in the place of what is there. Throws EnvironmentError. */
export function setTokenBucket(socket: NetlinkSocket, name: string, bucket: TokenBucket): void {
  const payload = [header(linkIndex(socket, name)), attr(tca.KIND, text('tbf')), options(bucket)];
  const flags = nlm.CREATE | nlm.REPLACE;
  socket.request({ type: RTM_NEWQDISC, flags, payload }, `limit the rate of ${name}`);
}

/** `struct tcmsg`. */
function header(index: number): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.writeInt32LE(index, 4);
  bytes.writeUInt32LE(TC_H_ROOT, 12);
  return bytes;
}

function options({ rate, burst, limit }: TokenBucket): Buffer {
  const bytesPerSecond = Math.round(rate / 8);
  const rate64 = Buffer.alloc(8);
  rate64.writeBigUInt64LE(BigInt(bytesPerSecond));
  // `struct tc_tbf_qopt`: rate, peak rate (two tc_ratespec of 12 bytes), limit, buffer, mtu. With a link layer the
  // kernel computes its rate table itself, and TBF_BURST says in bytes what `buffer` would in clock ticks.
  const parameters = Buffer.alloc(36);
  parameters.writeUInt8(TC_LINKLAYER_ETHERNET, 1);
  parameters.writeUInt32LE(Math.min(bytesPerSecond, 0xffff_ffff), 8);
  parameters.writeUInt32LE(limit, 24);
  return nested(
    tca.OPTIONS,
    attr(tca.TBF_PARMS, parameters),
    attr(tca.TBF_BURST, u32(burst)),
    ...(bytesPerSecond > 0xffff_ffff ? [attr(tca.TBF_RATE64, rate64)] : []),
  );
}
