import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bringUp } from '../../src/lab/build/bring-up.ts';
import { type ExperimentName, experimentNamed } from '../../src/lab/experiments/index.ts';
import { obstructed } from '../../src/lab/orchestrate/conclude.ts';
import { readBench } from '../../src/lab/orchestrate/read-bench.ts';
import { type BrokenNetwork, brokenNetworks, soundNetwork } from './broken-networks.ts';

/** Every one takes some ten seconds: these few stand for all, which JALUR_ALL_BENCHES=1 runs. */
const few = ['no NAT', 'a DHCP server on the wrong interface', 'a dead second WAN'];
const all = process.env['JALUR_ALL_BENCHES'] === '1';
const chosen = brokenNetworks.filter(({ name }) => all || few.includes(name));
const sound: readonly ExperimentName[] = all ? ['addressing', 'balance'] : ['addressing'];

async function tried({ config, topology }: Pick<BrokenNetwork, 'config' | 'topology'>, name: ExperimentName) {
  const folder = mkdtempSync(join(tmpdir(), 'broken-network-'));
  try {
    writeFileSync(join(folder, 'office.rsc'), config);
    writeFileSync(join(folder, 'topology.yaml'), topology);
    const { bench, diagnostics } = readBench(folder);
    const experiment = experimentNamed(name);
    if (!bench || !experiment) throw new Error(diagnostics.map(({ what }) => what).join('\n'));
    if (bench.obstacles.length > 0) return obstructed(experiment, bench, 'en');
    const lab = await bringUp(bench.topology, bench.config, { prefix: `broken${process.pid}-` });
    try {
      const part = experiment.parts(bench.topology, 'en')[0]?.name ?? '';
      const asked = { lab, config: bench.config, part, language: 'en', progress: () => {} } as const;
      const data: unknown = JSON.parse(JSON.stringify(await experiment.run(asked)));
      return experiment.conclude([{ part, data, durationMs: 1 }], bench.topology, 'en');
    } finally {
      await lab.down();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each(sound)('the office as it should be, %s → measured', async name => {
  const { verdict, finding } = await tried(soundNetwork, name);
  expect({ verdict, finding }).toMatchObject({ verdict: 'measured' });
});

it.each(chosen)('$name → fails, and says so', async network => {
  const { verdict, finding } = await tried(network, network.experiment);
  expect(finding).toMatch(network.sentence);
  expect(verdict).toBe('fail');
});
