import { describe, expect, it } from 'vitest';
import type { GatewayEvent } from './core/index.ts';
import { noOutages, type Outages, withIncidents, withOutage } from './outages.ts';

type LineEvent = Extract<GatewayEvent, { readonly type: 'line' }>;

/** `02:00:01 down`, of ether2. */
const after = (told: readonly string[], from: Outages = noOutages): Outages =>
  told.reduce((outages, one) => {
    const [clock = '', status] = one.split(' ');
    const event = {
      type: 'line',
      atMs: 0,
      sinceMs: 0,
      line: 'ether2',
      status,
      cause: 'upstream',
    } as LineEvent;
    return withOutage(outages, event, at(clock));
  }, from);
const at = (clock: string): string => `2026-11-30T${clock}.000Z`;
const last = (told: readonly string[]) => after(told).last['ether2'];

describe('the last outage of a line', () => {
  it('it fell and returned → from when to when, and why; another one → that', () => {
    const told = ['02:00:00 up', '02:01:00 down', '02:02:00 down', '02:03:00 degraded'];
    expect(last(told)).toEqual({ from: at('02:01:00'), until: at('02:03:00'), cause: 'upstream' });
    expect(last([...told, '02:09:00 down'])).toEqual({ from: at('02:09:00'), cause: 'upstream' });
  });

  it('it is down for the first moments of a run → none; for longer → an outage', () => {
    expect(last(['02:00:00 down', '02:00:03 up'])).toBeUndefined();
    expect(last(['02:00:00 down', '02:01:00 up'])).toMatchObject({ until: at('02:01:00') });
  });

  it('it was up → none; another line fell → none of this one', () => {
    expect(last(['02:00:00 up'])).toBeUndefined();
    expect(after(['02:00:00 up', '02:01:00 down']).last['ether1']).toBeUndefined();
  });

  it('the journal knows of earlier ones → its latest, unless one was seen since', () => {
    const incident = (line: string, clock: string) =>
      ({ line, from: at(clock), until: at('01:59:00'), causes: ['carrier', 'loss'] }) as never;
    const found = withIncidents(after(['02:00:00 up', '02:01:00 down']), [
      ...[incident('ether1', '01:30:00'), incident('ether2', '01:20:00'), incident('ether1', '01:10:00')],
    ]);
    expect(found.last).toEqual({
      ether1: { from: at('01:30:00'), until: at('01:59:00'), cause: 'carrier' },
      ether2: { from: at('02:01:00'), cause: 'upstream' },
    });
  });
});
