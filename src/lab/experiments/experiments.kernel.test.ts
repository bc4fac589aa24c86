import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listNamespaces, packagePath } from '../../sys/index.ts';
import { bringUp } from '../build/bring-up.ts';
import type { Lab } from '../build/lab.ts';
import { readTopology } from '../topology/read.ts';
import { type ExperimentName, experimentNamed } from './index.ts';

const prefix = `labexp${process.pid}-`;

// The experiments that take a few seconds, and one part of those that take long, with the real gateway. The whole set
// runs in `npm start`.
describe.each(['paper', 'paper-fixed'])('examples/%s', name => {
  const folder = packagePath(`examples/${name}`);
  const { topology } = readTopology(readFileSync(`${folder}/topology.yaml`, 'utf8'), 'topology.yaml');
  if (!topology) throw new Error(`the topology of ${name} has errors`);
  const config = `${folder}/${topology.config}`;
  let lab: Lab;

  beforeAll(async () => {
    lab = await bringUp(topology, config, { prefix });
  });

  afterAll(async () => {
    await lab?.down();
    expect(listNamespaces().filter(other => other.startsWith(prefix))).toEqual([]);
  });

  const measure = async (experiment: ExperimentName, part: string) => {
    const lines: string[] = [];
    const progress = (fraction: number, line: string) => lines.push(`${fraction} ${line}`);
    const data = await experimentNamed(experiment)?.run({ lab, config, part, language: 'en', progress });
    expect(lines.length).toBeGreaterThan(0);
    // Pieces travel between processes as JSON.
    return { part, data: JSON.parse(JSON.stringify(data)) as unknown, durationMs: 1 };
  };

  it.each(['addressing', 'filter'] as const)('shows what it should: %s', async experiment => {
    const outcome = await measure(experiment, 'all');
    const result = experimentNamed(experiment)?.conclude([outcome], topology, 'en');
    expect(result?.checks.filter(({ holds }) => !holds)).toEqual([]);
    // The paper's empty tables are a defect, which its bench reproduces.
    const defect = name === 'paper' && experiment === 'addressing';
    expect(result?.verdict).toBe(defect ? 'reproduced' : 'pass');
  });

  // Where the tables are empty Nth has nothing to show.
  if (name === 'paper') return;

  it('measures Nth in its place, and the whole report of it', async () => {
    const outcome = await measure('methods', 'nth');
    const result = experimentNamed('methods')?.conclude([outcome], topology, 'en');
    const { data, tables } = result ?? {};
    expect(data).toMatchObject({ methods: [{ method: 'nth', applicable: true, sessions: 40 }] });
    const [first] = (data?.['methods'] ?? []) as readonly { shares: { isp1: number } }[];
    expect(first?.shares.isp1).toBeCloseTo(2 / 3, 1);
    expect(tables?.[0]?.rows).toHaveLength(1);
  });
});
