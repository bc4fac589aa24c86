import type { GatewayEvent } from '../gateway/index.ts';
import type { PastEvent } from './past-event.ts';

/** Events of 30 November 2026, UTC, at `02:34:12.345`. */
export function past(
  ...told: readonly (readonly [clock: string, correlation: string, event: GatewayEvent])[]
): readonly PastEvent[] {
  return told.map(([clock, correlation, event], i) => {
    return { seq: i + 1, time: `2026-11-30T${clock}Z`, correlation, event };
  });
}

type LineEvent = Extract<GatewayEvent, { readonly type: 'line' }>;

export const line = (status: LineEvent['status'], more: Partial<LineEvent> = {}): LineEvent => ({
  ...{ type: 'line', atMs: 1, line: 'ether2', status, sinceMs: 1 },
  ...more,
});

export const started: GatewayEvent = {
  ...{
    type: 'config',
    atMs: 1,
    file: 'office.rsc',
    how: 'start',
    by: 'root',
    result: 'in-force',
    changes: 0,
  },
};

export const decided = (reason: string, changes: readonly string[], durationMs = 43): GatewayEvent => ({
  ...{ type: 'decision', atMs: 1, durationMs, reason, causes: [], scripts: [], refused: [], changes },
  steps: { waited: 1, decided: 2, applied: durationMs - 3 },
});

/** One outage of 4 minutes 12 seconds, as a gateway tells it. */
export const oneOutage = past(
  ['02:00:00.000', 'a', started],
  ['02:00:01.000', 'b', line('up')],
  [
    '02:34:12.345',
    'c',
    line('down', {
      cause: 'upstream',
      evidence: { silentMs: 312, lost: 3, asked: ['ping 8.8.4.4', 'ping 10.0.0.1'] },
    }),
  ],
  [
    '02:34:12.388',
    'c',
    decided('ether2 is down (upstream)', [
      'delete route x',
      'connections of table to_ISP2 move from ether2 to ether1',
    ]),
  ],
  ['02:34:12.400', 'c', { type: 'flows', atMs: 1, durationMs: 8, reset: 12, begunAnew: 30 }],
  ['02:34:13.100', 'c', { type: 'flows', atMs: 1, durationMs: 2, reset: 1, begunAnew: 0 }],
  ['02:38:24.400', 'd', line('up')],
  [
    '02:38:24.420',
    'd',
    decided('ether2 is up', ['connections of table to_ISP2 move from ether1 to ether2'], 20),
  ],
);
