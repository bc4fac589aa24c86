import { tcpFlagBits } from '../packet.ts';

// The state table of Linux's connection tracking (nf_conntrack_proto_tcp.c), the same in RouterOS: one row per
// direction and kind of segment, one letter per state that the connection is in.
// N none, S syn-sent, R syn-received, E established, F fin-wait, C close-wait, L last-ack, T time-wait, X close,
// 2 syn-sent by both; results also `.` (ignored: the state stays) and `!` (invalid).

const states = 'NSREFCLTX2';

const original = {
  syn: 'SS.....SS2',
  synAck: '!!R!!!!!!R',
  fin: '!!FFLLLTX!',
  ack: 'E!EECCTTX!',
  rst: '!XXXXXXXXX',
  none: '!!!!!!!!!!',
} as const;

const reply = {
  syn: '!2!!!!!S!2',
  synAck: '!R.......R',
  fin: '!!FFLLLTX!',
  ack: '!.RECCTTX.',
  rst: '!XXXXXXXXX',
  none: '!!!!!!!!!!',
} as const;

export type TcpState = 'N' | 'S' | 'R' | 'E' | 'F' | 'C' | 'L' | 'T' | 'X' | '2';

/** The state after a segment; `invalid` where the segment does not belong there, `reopen` for a SYN after the end. */
export function nextTcpState(
  state: TcpState,
  flags: number,
  isReply: boolean,
): TcpState | 'invalid' | 'reopen' {
  const kind = segmentKind(flags);
  const result = (isReply ? reply : original)[kind][states.indexOf(state)] ?? '!';
  if (result === '!') return 'invalid';
  if (result === 'S' && (state === 'T' || state === 'X')) return 'reopen';
  return result === '.' ? state : (result as TcpState);
}

/** The state that the first segment of a connection makes. `loose`: connections may be picked up midway. */
export function firstTcpState(flags: number, loose: boolean): TcpState | 'invalid' {
  const state = nextTcpState('N', flags, false);
  if (state === 'reopen' || state === 'invalid') return 'invalid';
  return state === 'S' || loose ? state : 'invalid';
}

function segmentKind(flags: number): keyof typeof original {
  if ((flags & tcpFlagBits.rst) !== 0) return 'rst';
  if ((flags & tcpFlagBits.syn) !== 0) return (flags & tcpFlagBits.ack) !== 0 ? 'synAck' : 'syn';
  if ((flags & tcpFlagBits.fin) !== 0) return 'fin';
  return (flags & tcpFlagBits.ack) !== 0 ? 'ack' : 'none';
}

const { fin, syn, rst, ack, urg, psh, ece, cwr } = tcpFlagBits;
const wellFormed = [syn, syn | urg, syn | ack, rst, rst | ack, fin | ack, fin | ack | urg, ack, ack | urg];

/** Does a correct sender make this combination (tcp_valid_flags)? If not, the packet is invalid in any state. */
export function areValidTcpFlags(flags: number): boolean {
  return wellFormed.includes(flags & ~(psh | ece | cwr));
}
