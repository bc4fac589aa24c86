import { describe, expect, it } from 'vitest';
import { intentCompletions } from './complete.ts';

/** What can be written where the bar stands. */
const labels = (text: string): string[] => {
  const offset = text.indexOf('|');
  return intentCompletions(text.replace('|', ''), offset).items.map(({ label }) => label);
};

describe('completion of an intent', () => {
  it('at the root → the keys that are not there yet', () => {
    const found = labels('wans:\n  one: ether1\n|');
    expect(found).toContain('balance');
    expect(found).not.toContain('wans');
  });

  it('below a WAN → its keys; what stands beside is left out', () => {
    const found = labels('wans:\n  one:\n    interface: ether1\n    |\nbalance: failover\n');
    expect(found).toEqual(expect.arrayContaining(['type', 'gateway', 'user']));
    expect(found).not.toContain('interface');
    expect(found).not.toContain('balance');
  });

  it('behind a key → its values', () => {
    expect(labels('balance: |')).toContain('failover');
    expect(labels('wans:\n  one:\n    type: pp|')).toContain('pppoe');
  });

  it('what is typed is replaced', () => {
    const text = 'wans:\n  one:\n    type: pp';
    expect(intentCompletions(text, text.length).from).toBe(text.length - 2);
  });
});
