import { describe, expect, it } from 'vitest';
import { driftConditions, driftTimer } from './drift.ts';

const drift = { reason: 'a route was deleted', atMs: 1, drift: 'seen' } as const;
const flush = { reason: 'nft (process 9) changed the firewall', atMs: 1, drift: 'by-others' } as const;
const link = { reason: 'ether1 has no carrier', atMs: 1 };
const restored = { changes: ['add route', 'add rule'], problems: [] };
const nothing = { changes: [], problems: [] };

describe('what somebody else changes', () => {
  it('was put back → a condition with what and how much, and a timer that ends it', () => {
    const [raised] = driftConditions([], [drift], restored);
    expect(raised?.what).toBe('a route was deleted; it was put back: add route and 1 more.');
    expect(driftTimer([drift], restored)).toEqual([{ kind: 'timer', name: 'drift', afterMs: 60_000 }]);
  });

  it('an echo of our own changes → nothing to put back, nothing said', () => {
    expect(driftConditions([], [drift], nothing)).toEqual([]);
    expect(driftTimer([drift], nothing)).toEqual([]);
  });

  it('the same turn answers another cause → the changes may be its own, nothing said', () => {
    expect(driftConditions([], [drift, link], restored)).toEqual([]);
  });

  it('the same turn answers another cause, and it is known who did it → said, without the changes', () => {
    const [raised] = driftConditions([], [flush, link, drift], restored);
    expect(raised?.what).toBe('nft (process 9) changed the firewall; it was put back.');
    expect(driftTimer([flush, link], restored)).toHaveLength(1);
    expect(driftConditions([], [flush, link], nothing)).toEqual([]);
  });
});
