import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringUp } from '../../src/lab/build/bring-up.ts';
import type { Lab } from '../../src/lab/build/lab.ts';
import { type ExperimentName, experimentNamed } from '../../src/lab/experiments/index.ts';
import type { ExperimentResult } from '../../src/lab/experiments/result.ts';
import type { Trial } from '../../src/lab/experiments/trials/trial.ts';
import { readBench } from '../../src/lab/orchestrate/read-bench.ts';
import type { Topology } from '../../src/lab/topology/topology.ts';
import { office } from './office.ts';

/** The same but for two rules that the text then lacks, and one that it has besides. */
const other = office
  .replace(/^add chain=forward protocol=tcp dst-port=445 .*$/m, '')
  .replace(/^add chain=forward in-interface=cameras .*$/m, '')
  .replace(
    'in-interface=ether1 protocol=tcp dst-port=8080',
    'in-interface-list=WAN protocol=tcp dst-port=8080',
  );

/** Longer than what nft's comments hold of a path: counters are found by it. */
const folder = mkdtempSync(join(tmpdir(), 'text-trials-of-an-office-whose-configuration-has-a-long-path-'));
let lab: Lab;

/** A bench that is derived from the text alone: no topology.yaml is beside it. */
function benchOf(name: string, text: string) {
  const config = join(folder, name);
  writeFileSync(config, text);
  const { bench, diagnostics } = readBench(config);
  if (!bench) throw new Error(diagnostics.map(({ what }) => what).join('\n'));
  return bench;
}

const bench = benchOf('office.rsc', office);

beforeAll(async () => {
  lab = await bringUp(bench.topology, bench.config, { prefix: `text${process.pid}-` });
});

afterAll(async () => {
  await lab?.down();
  rmSync(folder, { recursive: true });
});

/** One part of an experiment in the lab of the office, judged by the walk of the text at `config`. */
async function tried(name: ExperimentName, config = bench.config, part = 'all'): Promise<ExperimentResult> {
  const experiment = experimentNamed(name);
  if (!experiment) throw new Error(`no experiment ${name}`);
  const data: unknown = JSON.parse(
    JSON.stringify(await experiment.run({ lab, config, part, language: 'en', progress: () => {} })),
  );
  return experiment.conclude([{ part, data, durationMs: 1 }], reduced(part), 'en');
}

interface Cost {
  readonly wan: string;
  readonly restoreMs: number | null;
  readonly asked: number;
}

const costOf = ({ data }: ExperimentResult): Cost | undefined => (data['names'] as readonly Cost[])[0];

/** The topology with one ISP and one fault, `isp1-unplug`, so that nothing else is missed. */
function reduced(part: string): Topology {
  const { topology } = bench;
  const [wan, ...fault] = part.split('-');
  return {
    ...topology,
    isps: topology.isps.filter(isp => part === 'all' || isp.name === wan),
    faults: topology.faults.filter(kind => part === 'all' || kind === fault.join('-')),
  };
}

const rows = ({ data }: ExperimentResult): string[] =>
  (data['trials'] as readonly Trial[]).map(
    ({ what, from, seen }) => `${what}, ${from}: ${seen.reached ? `arrives ${seen.by}` : 'does not arrive'}`,
  );

describe('what the text asks for, on a bench that is derived from it', () => {
  it('port forwards by each ISP → reached and answered by the same ISP, as the walk says', async () => {
    const result = await tried('forwards');
    expect(result.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(result.verdict).toBe('pass');
    expect(rows(result)).toEqual([
      'tcp 3389 "desktop", a host behind ISP1: arrives isp1',
      'tcp 8080 "camera", a host behind ISP1: arrives isp1',
      'udp 5060-5070 "voip", a host behind ISP1: arrives isp1',
      'tcp 445 "closed", a host behind ISP1: does not arrive',
      'tcp 3389 "desktop", a host behind ISP2: arrives isp2',
      'tcp 8080 "camera", a host behind ISP2: does not arrive',
      'udp 5060-5070 "voip", a host behind ISP2: arrives isp2',
      'tcp 445 "closed", a host behind ISP2: does not arrive',
    ]);
    expect(result.data['leftOut']).toEqual([
      {
        what: 'tcp 9000 "elsewhere"',
        place: 'office.rsc:41',
        why: 'no network of the bench holds 10.99.0.1',
      },
    ]);
  });

  it('calls to the router by each ISP → answered by the same ISP', async () => {
    const result = await tried('returns');
    expect(result.verdict).toBe('pass');
    expect(rows(result)).toEqual([
      'icmp to the router on ether1, default route of main, a host behind ISP1: arrives isp1',
      'icmp to the router on ether2, default route of to_2, a host behind ISP2: arrives isp2',
    ]);
  });

  it('rules of the filter → each has counted the packet for it, which arrived nowhere or was let in', async () => {
    const result = await tried('rules');
    expect(result.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(result.verdict).toBe('pass');
    const trials = result.data['trials'] as readonly Trial[];
    expect(trials.map(({ what, seen, counted }) => `${what}: ${seen.reached} ${counted}`).toSorted()).toEqual(
      [
        'accept in input "ping": true 1',
        'accept in input "ssh": true 1',
        'drop in forward "only forwards": false 1',
        'drop in forward "smb": false 1',
        'drop in input "bad state": false 1',
        'drop in input "nothing else": false 1',
        'reject in forward "apart": false 1',
      ],
    );
    expect(result.data['leftOut']).toMatchObject([{ what: 'accept in input', place: 'office.rsc:26' }]);
  });

  it('networks → addresses by DHCP, the Internet, and each other as the text allows', async () => {
    const result = await tried('networks');
    expect(result.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(rows(result).map(row => row.replace(/, [\d.]+:/, ':'))).toEqual([
      'DHCP on cameras, cameras: arrives ',
      'tcp 80 from ether3 to the Internet: arrives isp1',
      'tcp 80 from cameras to the Internet: arrives isp1',
      'tcp 80 from ether3 to cameras: arrives ',
      'tcp 80 from cameras to ether3: does not arrive',
    ]);
  });

  it('names while the first ISP is unplugged → answered again by the other one', async () => {
    const result = await tried('names', bench.config, 'isp1-unplug');
    expect(result.verdict).toBe('pass');
    expect(costOf(result)).toMatchObject({ wan: 'isp1', fault: 'unplug', resolver: '192.168.1.1' });
    expect(costOf(result)).toMatchObject({ answeredBefore: true });
    expect(costOf(result)?.restoreMs).toBeLessThan(5000);
    expect(costOf(result)?.asked).toBeGreaterThan(100);
  });

  it('names while the first ISP is dead behind its modem, which nothing checks → lost, as the walk says', async () => {
    const result = await tried('names', bench.config, 'isp1-blackhole');
    expect(result.verdict).toBe('pass');
    expect(result.finding).toBe('ISP1 blackhole: names are not answered any more.');
    expect(costOf(result)).toMatchObject({ answeredBefore: true, restoreMs: null, longestGapMs: null });
    const check = result.checks.find(({ what }) => what === 'ISP1 blackhole: names by 192.168.1.1');
    expect(check?.expected).toBe(
      'not answered (leaves by ether1, which is dead; the router does not notice)',
    );
  });

  it('a kernel that runs another text than is walked → fails with what both say', async () => {
    const { config } = benchOf('other.rsc', other);
    const result = await tried('forwards', config);
    expect(result.verdict).toBe('fail');
    expect(result.checks.filter(({ holds }) => !holds).map(({ what }) => what)).toEqual([
      'tcp 445 "closed" (other.rsc:40), a host behind ISP1',
      'tcp 8080 "camera" (other.rsc:38), a host behind ISP2',
      'tcp 445 "closed" (other.rsc:40), a host behind ISP2',
    ]);
    expect(result.finding).toContain(
      'from a host behind ISP1: the walk of the text says that it arrives, answered by ISP1 (goes to 192.168.1.12:445 on ether3 → leaves by ether1 as 10.10.10.254), the kernel shows that it does not arrive.',
    );
  });
});

it("names by a line that is dead behind its modem, at jalur's pace → answered again by the other one", async () => {
  await lab.down();
  lab = await bringUp(bench.topology, bench.config, { prefix: `pace${process.pid}-`, pace: 'jalur' });
  const result = await tried('names', bench.config, 'isp1-blackhole');
  expect(result.checks.filter(({ holds }) => !holds)).toEqual([]);
  expect(costOf(result)?.restoreMs).toBeLessThan(5000);
});
