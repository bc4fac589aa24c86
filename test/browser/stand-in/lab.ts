import { labResult, labRun } from '../../../src/server/testing/fake-lab.ts';
import type { Answers } from './answers.ts';
import { ago } from './scene.ts';

const { fraction: part, ...rest } = labRun;
const run = { ...rest, part };

/** A lab after an experiment. */
export const lab: Answers = {
  getLab: ({ scene }) => ({
    answer: {
      ...{ at: ago(0), name: 'office', traffic: true, run, faults: scene.faults },
      isps: [
        { name: 'ISP1', interface: 'ether1' },
        { name: 'ISP2', interface: 'ether2' },
        { name: 'LTE', interface: 'lte1' },
      ],
      kinds: ['unplug', 'blackhole', 'gateway-dead', 'lossy', 'slow', 'flap', 'gateway-change'],
      experiments: [
        { name: 'balance', title: 'Balance of connections', parts: 1, seconds: 14 },
        { name: 'failover', title: 'Failover', parts: 9, seconds: 95 },
        { name: 'forwards', title: 'Port forwards', parts: 0, seconds: 0 },
      ],
    },
  }),
  getLabRun: () => ({ answer: { at: ago(0), run, result: labResult } }),
};
