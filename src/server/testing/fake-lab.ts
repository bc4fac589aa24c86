import type { PlainResult } from '../../lab/kept/index.ts';
import type { LabPort, LabState } from '../lab-port.ts';

export const labRun: NonNullable<LabState['run']> = {
  ...{ experiment: 'balance', title: 'Balance', startedAt: '2026-11-30T07:40:00.000Z', state: 'done' },
  ...{ verdict: 'pass', fraction: 1, leftMs: 0, parts: { done: 1, all: 1 }, now: [] },
};

export const labResult: PlainResult = {
  ...{ name: 'balance', title: 'Balance', verdict: 'pass', judged: true, durationMs: 8400 },
  ...{ expectation: 'Two thirds leave by ISP1.', finding: '66.9 % left by ISP1.' },
  keys: [{ name: 'left by ISP1', text: '66.9 %' }],
  checks: [{ what: 'share of ISP1', expected: '67 %', measured: '66.9 %', holds: true }],
  tables: [
    {
      title: 'Connections',
      columns: [
        { title: 'ISP', isNumber: false },
        { title: 'share (%)', isNumber: true },
      ],
      rows: [['ISP1', '66.9']],
    },
  ],
  figures: [
    {
      ...{ kind: 'bars', title: 'Shares', quantity: 'share', unit: '%' },
      bars: [{ name: 'ISP1', value: 66.9, text: '66.9 %', expected: 67 }],
    },
    {
      ...{ kind: 'timeline', title: 'Pings', quantity: 'round trip', unit: 'ms' },
      series: [
        {
          name: 'c1',
          points: [
            [0, 20],
            [200, null],
          ],
        },
      ],
      marks: [{ atMs: 100, label: 'ISP1 unplugged' }],
      limits: [],
    },
  ],
  notes: [],
};

const state: LabState = {
  ...{ name: 'paper', traffic: true, run: labRun },
  isps: [
    { name: 'ISP1', interface: 'ether1' },
    { name: 'ISP2', interface: 'ether2' },
  ],
  faults: [{ fault: 'unplug', isp: 'ISP1' }],
  experiments: [{ name: 'balance', title: 'Balance', parts: 1, seconds: 10 }],
};

/** A lab that answers the same whatever is done to it. */
export const fakeLab: LabPort = {
  describe: async () => state,
  async break() {},
  async repair() {},
  async traffic() {},
  async run() {},
  async cancel() {},
  outcome: async () => ({ run: labRun, result: labResult }),
  follow: heard => {
    heard(state);
    return () => {};
  },
};
