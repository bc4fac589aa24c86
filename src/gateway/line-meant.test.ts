import { describe, expect, it } from 'vitest';
import { initialState } from './core/index.ts';
import { lineMeant } from './line-meant.ts';
import type { LineReply } from './replies/index.ts';
import { runConfig, twoWans } from './testing/run-config.ts';

const text = `/interface ethernet set [ find default-name=ether1 ] comment=Alpha\n${twoWans}`;
const state = initialState(runConfig(text), 1);
const line = (name: string, status: LineReply['status']): LineReply => ({
  ...{ line: name, label: name, status, addresses: [] },
});
const lines = [line('ether1', 'up'), line('ether2', 'unknown'), line('ether3', 'down')];

describe('the line that is meant', () => {
  it.each([
    ['ether1', 'ether1'],
    ['ETHER2', 'ether2'],
    ['alpha', 'ether1'],
  ])('%s → %s', (word, name) => {
    expect(lineMeant(state, { line: word, action: 'down' }, lines)).toBe(name);
  });

  it('no such line → refused with the one that is near, and with all', () => {
    expect(() => lineMeant(state, { line: 'ehter1', action: 'down' }, lines)).toThrow(
      "There is no WAN ehter1. Did you mean 'ether1'? WANs: Alpha (ether1), ether2, ether3.",
    );
  });

  it('an interface that is no WAN → said', () => {
    const seen = { ...state, interfaces: { ether9: { name: 'ether9', running: true, addresses: [] } } };
    expect(() => lineMeant(seen, { line: 'ether9', action: 'down' }, lines)).toThrow(
      'ether9 is an interface, but no WAN.',
    );
  });
});

describe('the last line that is up', () => {
  const last = [line('ether1', 'degraded'), line('ether2', 'down'), line('ether3', 'down')];
  it('down → refused, unless forced', () => {
    expect(() => lineMeant(state, { line: 'ether1', action: 'down' }, last)).toThrow(
      'the last line that is up',
    );
    expect(lineMeant(state, { line: 'ether1', action: 'down', force: true }, last)).toBe('ether1');
  });

  it('up, or a line that is down already → done', () => {
    expect(lineMeant(state, { line: 'ether1', action: 'up' }, last)).toBe('ether1');
    expect(lineMeant(state, { line: 'ether2', action: 'down' }, last)).toBe('ether2');
  });
});
