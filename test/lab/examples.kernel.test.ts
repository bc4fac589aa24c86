import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import type { LabReport } from '../../src/lab/index.ts';
import { office } from './office.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'whole-benches-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A whole run takes three to six minutes: JALUR_ALL_BENCHES=1 does them all, else one example shows a few seconds of it. */
const all = process.env['JALUR_ALL_BENCHES'] === '1';

function benchOf(name: string, topology?: string): string {
  const config = join(folder, `${name}.rsc`);
  writeFileSync(config, office);
  if (topology === undefined) return config;
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, topology);
  return file;
}

/** The shortest topology of docs/lab.md. */
const minimum = 'config: minimum.rsc\nisps:\n  - interface: ether1\n  - interface: ether2\n';

interface Whole {
  readonly name: string;
  readonly path: string;
  readonly flags: readonly string[];
  readonly verdict: LabReport['verdict'];
}

// The offices have routes without a check: a line that is dead behind its gateway is lost, and that would fail.
const unplugged = ['--faults', 'unplug'];

const whole: readonly Whole[] = [
  { name: 'dual-pppoe-lte', path: 'examples/dual-pppoe-lte', flags: [], verdict: 'measured' },
  { name: 'static-pcc-hotspot', path: 'examples/static-pcc-hotspot', flags: [], verdict: 'measured' },
  { name: 'recursive-netwatch', path: 'examples/recursive-netwatch', flags: [], verdict: 'measured' },
  { name: 'dhcp-vlan-wireguard', path: 'examples/dhcp-vlan-wireguard', flags: [], verdict: 'measured' },
  { name: 'paper-intent', path: 'examples/paper-intent', flags: [], verdict: 'pass' },
  { name: 'office', path: 'examples/office', flags: [], verdict: 'measured' },
  {
    name: 'a topology of the documented minimum',
    path: benchOf('minimum', minimum),
    flags: unplugged,
    verdict: 'measured',
  },
  { name: 'a derived topology', path: benchOf('derived'), flags: unplugged, verdict: 'measured' },
];

const some: readonly Whole[] = [
  {
    name: 'paper-intent, addresses and filters',
    path: 'examples/paper-intent',
    flags: ['-e', 'addressing,filter'],
    verdict: 'pass',
  },
  {
    name: 'dhcp-vlan-wireguard, addresses, networks and rules',
    path: 'examples/dhcp-vlan-wireguard',
    flags: ['-e', 'addressing,networks,rules'],
    verdict: 'pass',
  },
];

it.each(all ? whole : some)(
  '$name → $verdict, and no check fails',
  async ({ path, flags, verdict }) => {
    const json = join(folder, 'report.json');
    const words = ['lab', 'run', path, ...flags, '--json', json];
    const child = spawn(process.execPath, [join(root, 'bin/jalur'), ...words], {
      cwd: root,
      stdio: 'ignore',
    });
    const code = await new Promise(resolve => child.once('close', resolve));
    const report = JSON.parse(readFileSync(json, 'utf8')) as LabReport;
    const failing = report.experiments.flatMap(({ name, checks }) =>
      checks.filter(({ holds }) => !holds).map(({ what, measured }) => `${name}: ${what}: ${measured}`),
    );
    expect({ code, failing, verdict: report.verdict }).toEqual({ code: 0, failing: [], verdict });
  },
  all ? 1_200_000 : 120_000,
);
