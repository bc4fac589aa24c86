import { describe, expect, it } from 'vitest';
import { tcpFlagBits } from '../packet.ts';
import { areValidTcpFlags, firstTcpState, nextTcpState } from './tcp-state.ts';

const { syn, ack, fin, rst } = tcpFlagBits;

describe('tcp states', () => {
  it('follow a connection from its SYN to its end', () => {
    expect(firstTcpState(syn, false)).toBe('S');
    expect(nextTcpState('S', syn | ack, true)).toBe('R');
    expect(nextTcpState('R', ack, false)).toBe('E');
    expect(nextTcpState('E', fin | ack, false)).toBe('F');
    expect(nextTcpState('F', ack, true)).toBe('C');
    expect(nextTcpState('C', fin | ack, true)).toBe('L');
    expect(nextTcpState('L', ack, false)).toBe('T');
    expect(nextTcpState('T', syn, false)).toBe('reopen');
  });

  it('pick a connection up midway only where tracking is loose', () => {
    expect(firstTcpState(ack, true)).toBe('E');
    expect(firstTcpState(ack, false)).toBe('invalid');
    expect(firstTcpState(rst, true)).toBe('invalid');
  });

  it('know the flags that no sender combines', () => {
    expect(areValidTcpFlags(syn | fin)).toBe(false);
    expect(areValidTcpFlags(0)).toBe(false);
    expect(areValidTcpFlags(fin | ack)).toBe(true);
  });
});
