/** A gateway of which everything is known. */
import { emptyHistogram, type MetricsSnapshot, observed, stepBounds } from '../index.ts';

const empty = emptyHistogram(stepBounds);
const once = observed(empty, 0.043);

export const knownGateway: MetricsSnapshot = {
  build: { version: '0.1.0', node: '20.20.2' },
  gateway: { name: 'office', dialect: 'v7', pace: 'jalur' },
  startedAt: 1_790_000_000,
  forwards: true,
  lines: [
    {
      ...{ wan: 'ether1', label: 'ISP1 (ether1)', status: 'up', held: false },
      ...{ roundTripSeconds: 0.011, jitterSeconds: 0.001, loss: 0 },
      received: { bytes: 1000, packets: 10 },
      sent: { bytes: 500, packets: 5 },
      ...{ opened: 30, promised: 2 / 3, measured: 0.6, failovers: 0, leaseSeconds: 600 },
    },
    {
      ...{ wan: 'ether2', label: 'ISP2 (ether2)', status: 'down', cause: 'upstream' },
      held: true,
      failovers: 2,
    },
  ],
  conditions: [{ code: 'gateway/line-down', severity: 'warning', about: 'ether2' }],
  decisions: {
    ...{ changed: 1, unchanged: 2, refused: 0, whole: once },
    steps: { waited: empty, decided: empty, applied: once },
  },
  connections: { tracked: 120, limit: 262_144 },
  journal: { entries: 12, lost: 0 },
  process: { cpuSeconds: 1.5, residentBytes: 80_000_000 },
};
