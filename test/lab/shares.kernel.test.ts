import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringUp } from '../../src/lab/build/bring-up.ts';
import { measureShares } from '../../src/lab/experiments/shares/experiment.ts';
import { changesOf } from '../../src/lab/experiments/shares/followed.ts';
import { sharesWords } from '../../src/lab/experiments/shares/say.ts';
import { type Lab, readTopology } from '../../src/lab/index.ts';
import { listNamespaces, packagePath } from '../../src/sys/index.ts';

// The experiment with less time at each rate: the real gateway, real queues. Two minutes of full lines are much for every run of the
// tests, and a machine with other work is late: `jalur lab run --experiment shares` measures it, and JALUR_FULL=1 asks here.

const prefix = `labshr${process.pid}-`;
const folder = packagePath('examples/paper-fixed');
const { topology } = readTopology(readFileSync(`${folder}/topology.yaml`, 'utf8'), 'topology.yaml');
if (!topology) throw new Error('the topology of paper-fixed has errors');
describe.skipIf(!process.env['JALUR_FULL'])('shares in a lab (skipped: JALUR_FULL=1 runs it)', () => {
  let lab: Lab;

  beforeAll(async () => {
    lab = await bringUp(topology, `${folder}/${topology.config}`, {
      ...{ prefix, pace: 'jalur', balance: 'adaptive' },
    });
  });

  afterAll(async () => {
    await lab?.down();
    expect(listNamespaces().filter(name => name.startsWith(prefix))).toEqual([]);
  });

  it('a line is slower for a while, under load → its share follows, nothing is broken', async () => {
    const phases = { settleMs: 25_000, holdMs: 35_000 };
    const log = await measureShares({ lab, progress: () => {}, say: sharesWords.en }, phases);
    const [lowered, raised] = changesOf(log);
    // How fast it is, and how far it comes back, is for the lab's report to say: the machine of a test may be busy.
    expect(lowered?.last).toBeLessThan(0.4);
    expect(raised?.last).toBeGreaterThanOrEqual((lowered?.last ?? 1) - 0.02);
    expect([lowered?.turns, raised?.turns]).toEqual([false, false]);
    expect([log.broken, log.sessions]).toEqual([[], { alive: 12, broken: 0, hung: 0 }]);
  }, 240_000);
});
