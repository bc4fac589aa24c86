import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isRunning, processOf, sleep } from '../sys/index.ts';
import { serviceRecords, startService } from './index.ts';

/** Resolves with what the hooks said, once `enough` of it is there. */
function reports(argv: readonly string[], enough: number): Promise<readonly string[]> {
  const said: string[] = [];
  return new Promise(resolve => {
    const say = (what: string): void => {
      said.push(what);
      if (said.length === enough) void service.stop().then(() => resolve(said));
    };
    const service = startService(
      { name: 'test', argv },
      {
        steadyMs: 50,
        onExit: (name, why) => say(`${name} died: ${why}`),
        onSteady: name => say(`${name} steady`),
        onStopped: name => said.push(`${name} stopped`),
      },
    );
  });
}

it('service: it ends by itself → its last words are reported, and it is started again', async () => {
  expect(await reports(['sh', '-c', 'echo no such interface >&2; exit 1'], 2)).toEqual([
    'test died: no such interface',
    'test died: no such interface',
    'test stopped',
  ]);
});

it('service: it runs for a while after it died → steady', async () => {
  const once = `test -e "$0" && exec sleep 60; : > "$0"; echo gone >&2; exit 1`;
  const folder = mkdtempSync(join(tmpdir(), 'service-'));
  expect(await reports(['sh', '-c', once, join(folder, 'mark')], 2)).toEqual([
    'test died: gone',
    'test steady',
    'test stopped',
  ]);
  rmSync(folder, { recursive: true });
});

it('service: it ends, and what it has started holds its output open → reported all the same, and started again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'service-'));
  const file = join(folder, 'pids');
  const script = 'sleep 60 & echo $! >> "$0"; echo gone >&2; exit 1';
  try {
    expect(await reports(['sh', '-c', script, file], 2)).toEqual([
      'test died: gone',
      'test steady',
      'test stopped',
    ]);
    const left = pidsIn(file);
    expect([left.length >= 2, left.every(pid => processOf(pid) !== undefined)]).toEqual([true, true]);
  } finally {
    for (const pid of pidsIn(file)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true });
  }
});

const pidsIn = (file: string): readonly number[] => readFileSync(file, 'utf8').trim().split('\n').map(Number);

/** Until that is so. */
async function until(is: () => boolean): Promise<void> {
  while (!is()) await sleep(5);
}

describe('a service on a machine that refuses', () => {
  let dir: string;
  const home = { cookie: '7', boot: 'this' };
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'service-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('what it reads cannot be written when it is started again → said and tried again, and we go on', async () => {
    const folder = join(dir, 'ppp');
    const file = { path: join(folder, 'options'), text: 'nodetach' };
    const died: string[] = [];
    const service = startService(
      { name: 'test', argv: ['sh', '-c', 'exec sleep 60'], file },
      { onExit: (_, why) => died.push(why) },
    );
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    service.signal('SIGKILL');
    await until(() => died.length >= 2);
    expect(died[1]).toMatch(/ENOTDIR|EEXIST/);
    rmSync(folder);
    await until(() => service.pid !== undefined);
    expect(readFileSync(file.path, 'utf8')).toBe(file.text);
    await service.stop();
  });

  it('it cannot be written down → it runs, no second one is started, and it is written down later', async () => {
    const blocked = join(dir, 'services.json.new');
    mkdirSync(blocked);
    const records = serviceRecords(dir, home);
    const service = startService({ name: 'test', argv: ['sleep', '60'] }, { records });
    const found = processOf(service.pid ?? 0);
    expect(found && isRunning(found)).toBe(true);
    expect(() => records.check()).toThrow('EISDIR');
    rmSync(blocked, { recursive: true });
    records.check();
    expect(serviceRecords(dir, home).take({ name: 'test', argv: ['sleep', '60'] })?.pid).toBe(service.pid);
    await service.stop();
  });
});
