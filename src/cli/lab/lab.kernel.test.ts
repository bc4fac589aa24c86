import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disagreements } from '../../../test/report/agreement.ts';
import type { Column } from '../../lab/experiments/result.ts';
import { askKept, compare, type LabReport, reportSchema } from '../../lab/index.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

let folder = '';
const running: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-lab-'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Where the program under test puts what is temporary. */
function scratch(): string {
  const path = join(folder, 'tmp');
  mkdirSync(path, { recursive: true });
  return path;
}

interface Run {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function jalur(...words: readonly string[]): Run {
  const env = { ...process.env, TMPDIR: scratch(), XDG_RUNTIME_DIR: scratch() };
  const child = spawn(process.execPath, [join(root, 'bin/jalur'), ...words], {
    cwd: root,
    stdio: 'pipe',
    env,
  });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => (said += String(part)));
  return { child, said: () => said, ended: new Promise(resolve => child.once('close', resolve)) };
}

/** Waits until it has said something that fits. */
async function until({ said, ended }: Run, pattern: RegExp): Promise<void> {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  while (!pattern.test(said())) {
    if (over) throw new Error(`it ended before it said ${pattern}:\n${said()}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Processes below one, as the host numbers them. */
function below(pid: number): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  const children = readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return [...children, ...children.flatMap(below)];
}

const alive = (pids: readonly number[]): readonly number[] => pids.filter(pid => existsSync(`/proc/${pid}`));

/** The kernel reaps what it killed in its own time. */
async function gone(pids: readonly number[]): Promise<readonly number[]> {
  for (let look = 0; look < 250 && alive(pids).length > 0; look++) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return alive(pids);
}

const isNamed = (column: string | Column, title: string): boolean =>
  typeof column !== 'string' && column.title === title;

describe('jalur lab', () => {
  it('runs an experiment, writes both reports and leaves nothing', async () => {
    const [json, page] = [join(folder, 'deep/out.json'), join(folder, 'out.html')];
    const run = jalur('lab', 'run', 'examples/paper', '-e', 'addressing', '--json', json, '--html', page);
    const code = await run.ended;
    expect({ code, said: code === 0 ? '' : run.said() }).toEqual({ code: 0, said: '' });
    expect(run.said()).toContain(
      '1 of 1 experiment on examples/paper reproduces a defect of it: addressing.',
    );
    const report: unknown = JSON.parse(readFileSync(json, 'utf8'));
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(report).toMatchObject({ experiments: [{ name: 'addressing', verdict: 'reproduced' }] });
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>.*<\/html>\n$/s);
    expect(readdirSync(scratch())).toEqual([]);
  });

  it('--repeat 2: every figure of a real run is equal to its table, medians have a range', async () => {
    const [json, csv] = [join(folder, 'out.json'), join(folder, 'csv')];
    const words = ['-e', 'ping,balance,failover', '--repeat', '2', '--json', json, '--csv', csv];
    const run = jalur('lab', 'run', 'examples/paper-fixed', ...words);
    await run.ended;
    expect(run.said()).toContain('Median of 2 runs (least–most)');
    const { data, error } = reportSchema.safeParse(JSON.parse(readFileSync(json, 'utf8')));
    expect(error).toBeUndefined();
    expect(data).toMatchObject({ repeat: 2 });
    const found = JSON.parse(readFileSync(json, 'utf8')) as LabReport;
    expect(found.experiments.map(({ name, runs }) => [name, runs?.length])).toEqual([
      ['ping', 2],
      ['balance', 2],
      ['failover', 2],
    ]);
    expect(found.experiments.flatMap(disagreements)).toEqual([]);
    expect(found.experiments.flatMap(({ figures }) => figures).length).toBeGreaterThan(10);
    const { shareFigures, shares, failover } = compare([found, { ...found, pace: 'jalur' }], 'en');
    expect(disagreements({ figures: shareFigures.slice(0, 1), tables: [shares] })).toEqual([]);
    const own = found.experiments.flatMap(({ tables }) => tables).find(({ title }) => /: times$/.test(title));
    const restored = own?.columns.findIndex(column => isNamed(column, 'restored after')) ?? -1;
    const shown = failover.rows.filter(row => row[1] === 'paper-fixed').map(row => row[2]);
    expect(shown).toEqual(own?.rows.map(row => row[restored]));
    const times = readdirSync(csv).find(name => name.includes('effect-of-each-fault-times')) ?? '';
    expect(readFileSync(join(csv, times), 'utf8')).toContain('"restored after (ms), run 2"');
  }, 180_000);

  it('names what a veth stands in for, and what is not run, in the summary and in both reports', async () => {
    const [json, page] = [join(folder, 'out.json'), join(folder, 'out.html')];
    const bench = ['examples/dual-pppoe-lte', '-e', 'addressing', '--json', json, '--html', page];
    const run = jalur('lab', 'run', ...bench);
    expect(await run.ended, run.said()).toBe(0);
    const line =
      'pppoe-a (pppoe-client): a veth stands in for it, 100.64.1.3 with peer 100.64.1.1/32, MTU 1492, with A behind it, falling with ether1.';
    expect(run.said().replace(/\s+/g, ' ')).toContain(line);
    expect(readFileSync(page, 'utf8')).toContain(`<li>${line}</li>`);
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      experiments: [{ verdict: 'pass', finding: expect.stringContaining('lte1 100.64.0.2/32') }],
      standIns: [
        { interface: 'pppoe-a', text: line },
        { interface: 'pppoe-b' },
        { interface: 'lte1', kind: 'lte' },
      ],
      notRun: [],
    });
  });

  it('exits with 1 where a verdict fails', async () => {
    const run = jalur('lab', 'run', 'test/lab/wrong-expectation', '-e', 'addressing');
    expect(await run.ended).toBe(1);
    expect(run.said()).toContain('addressing: address of ether1: 10.10.10.254/24 (expected: 10.10.10.99/24)');
  });

  it('starts nothing where the files have errors', async () => {
    const run = jalur('lab', 'run', 'test/lab/wrong-topology');
    expect(await run.ended).toBe(2);
    expect(run.said()).toContain('test/lab/wrong-topology/topology.yaml:3:');
    expect(run.said()).not.toContain('started');
  });

  it('says before a run that a report will find no place', async () => {
    const run = jalur('lab', 'run', 'examples/paper', '-e', 'addressing', '--html', '/dev/null/out.html');
    expect(await run.ended).toBe(2);
    expect(run.said()).toContain('/dev/null/out.html cannot be written');
    expect(run.said()).not.toContain('started');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('leaves no process after %s', async signal => {
    const run = jalur('lab', 'run', 'examples/paper-fixed', '-e', 'failover,ping', '--parallel', '3');
    await until(run, /started/);
    const { pid = 0 } = run.child;
    while (below(pid).length < 12) await new Promise(resolve => setTimeout(resolve, 20));
    const family = below(pid);
    run.child.kill(signal);
    expect(await run.ended).toBe(signal === 'SIGKILL' ? null : 130);
    expect(await gone(family)).toEqual([]);
  });

  it('keeps a bench up, lets people into its machines, and takes it down', async () => {
    const run = jalur('lab', 'up', 'examples/paper');
    await until(run, /until Ctrl-C/);
    const words = /client c1 +(.*)/.exec(run.said())?.[1]?.split(' ') ?? [];
    const [tool = '', ...args] = [...words.slice(0, -1), 'ping', '-c', '1', '-W', '5', '203.0.113.5'];
    const inside = spawn(tool, args, { stdio: 'ignore' });
    expect(await new Promise(resolve => inside.once('close', resolve))).toBe(0);
    const asked = async (...more: readonly string[]) => {
      const one = jalur('lab', ...more);
      return `${await one.ended} ${one.said()}`;
    };
    const labs = join(scratch(), 'jalur-labs');
    const lab = await askKept(join(labs, readdirSync(labs)[0] ?? ''), { type: 'describe' });
    const status = jalur('status', '--json', '--state', dirname((lab.ok && lab.control) || '/nowhere'));
    expect([await status.ended, JSON.parse(status.said())]).toMatchObject([0, { dialect: 'v6' }]);
    expect(await asked('fault', 'blackhole', 'isp1')).toBe('0 examples/paper: in effect: isp1 blackhole.\n');
    const lost = spawn(tool, args, { stdio: 'ignore' });
    expect(await new Promise(resolve => lost.once('close', resolve))).toBe(1);
    expect(await asked('fault', 'slow', 'isp2', '--delay', '100ms')).toContain('isp1 blackhole, isp2 slow');
    expect(await asked('fault', 'blackhole', 'isp1')).toBe(
      '2 jalur: isp1 has this fault already: blackhole\n',
    );
    expect(await asked('fault', 'slow', 'isp9')).toBe('2 jalur: no ISP isp9: isp1, isp2\n');
    expect(await asked('fault', 'fire')).toMatch(/^2 jalur: there is no fault fire: unplug, blackhole, /);
    expect(await asked('repair')).toBe('0 examples/paper: no fault is in effect.\n');
    const family = below(run.child.pid ?? 0);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(await gone(family)).toEqual([]);
    expect(await asked('fault', 'unplug')).toMatch(/^2 jalur: no lab is kept up/);
  });
});
