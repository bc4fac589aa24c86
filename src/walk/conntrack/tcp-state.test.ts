import { describe, expect, it } from 'vitest';
import { tcpFlagBits } from '../packet.ts';
import { areValidTcpFlags, firstTcpState, nextTcpState } from './tcp-state.ts';

const { syn, ack, fin, rst, psh, urg, ece, cwr } = tcpFlagBits;

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

  it.each([
    ['T', false],
    ['X', false],
    ['T', true],
  ] as const)('a SYN in %s, as answer: %s → begins anew', (state, isReply) => {
    expect(nextTcpState(state, syn, isReply)).toBe('reopen');
  });

  it('a SYN before any answer → only stays; one that crosses another → both have sent', () => {
    expect(nextTcpState('S', syn, false)).toBe('S');
    expect(nextTcpState('S', syn, true)).toBe('2');
    expect(nextTcpState('2', syn | ack, false)).toBe('R');
    expect(nextTcpState('E', syn, false)).toBe('E');
    expect(nextTcpState('X', syn, true)).toBe('invalid');
  });

  it('a reset → closes whatever there is', () => {
    for (const state of ['S', 'R', 'E', 'F', 'C', 'L', 'T', 'X', '2'] as const) {
      expect([nextTcpState(state, rst, false), nextTcpState(state, rst | ack, true)]).toEqual(['X', 'X']);
    }
  });

  it('no flag at all → invalid in every state', () => {
    expect([nextTcpState('E', 0, false), nextTcpState('E', 0, true)]).toEqual(['invalid', 'invalid']);
  });

  it('know the flags that no sender combines', () => {
    expect(areValidTcpFlags(syn | fin)).toBe(false);
    expect(areValidTcpFlags(0)).toBe(false);
    expect(areValidTcpFlags(fin)).toBe(false);
    expect(areValidTcpFlags(rst | fin)).toBe(false);
    for (const flags of [
      syn,
      syn | urg,
      syn | ack,
      rst,
      rst | ack,
      fin | ack,
      fin | ack | urg,
      ack,
      ack | urg,
    ]) {
      expect([flags, psh | ece | cwr | flags].map(areValidTcpFlags)).toEqual([true, true]);
    }
  });
});
