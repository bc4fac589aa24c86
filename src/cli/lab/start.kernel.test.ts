import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packagePath } from '../../files/index.ts';

let folder = '';
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-start-'));
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const start = (...words: readonly string[]) => {
  const scratch = join(folder, 'tmp');
  mkdirSync(scratch, { recursive: true });
  const env = { ...process.env, TMPDIR: scratch, XDG_RUNTIME_DIR: scratch, HOME: join(folder, 'home') };
  const argv = [
    packagePath('bin/jalur'),
    'start',
    '--experiment',
    'addressing',
    '--report',
    join(folder, 'report'),
  ];
  const run = spawn(process.execPath, [...argv, ...words], { cwd: packagePath(''), env });
  child = run;
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream?.on('data', part => (said += String(part)));
  const ended = new Promise<number | null>(resolve => run.once('close', resolve));
  return { run, scratch, ended, said: () => said };
};

/** Processes below one. */
function below(pid: number): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(file) ? readFileSync(file, 'utf8').split(' ').filter(Boolean).map(Number) : [];
  return [...children, ...children.flatMap(below)];
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

it('jalur start --open → keeps the repaired gateway with its pages, whose login is that of the terminal; Ctrl-C leaves nothing', async () => {
  const port = await freePort();
  const { run, scratch, ended, said } = start('--open', '--port', `${port}`);
  await expect.poll(said, { timeout: 50_000 }).toMatch(/Its pages: \S+#login=\S+/);
  const [, url = '', password = ''] = /Its pages: (\S+)#login=(\S+)/.exec(said()) ?? [];
  expect(url).toBe(`http://127.0.0.1:${port}/`);
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const login = await fetch(`${url}api/v1/session`, {
    ...{ method: 'POST', headers },
    body: JSON.stringify({ user: 'admin', password }),
  });
  expect(login.status).toBe(200);
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  const lab = await fetch(`${url}api/v1/lab`, { headers: { cookie } }).then(answer => answer.json());
  expect(lab).toMatchObject({ name: 'examples/paper-fixed', traffic: true, faults: [] });
  const status = await fetch(`${url}api/v1/status`, { headers: { cookie } }).then(answer => answer.json());
  expect(status).toMatchObject({ pace: 'jalur', lines: { up: 2 } });

  const own = below(run.pid ?? 0);
  expect(own.length).toBeGreaterThan(0);
  run.kill('SIGINT');
  expect(await ended).toBe(0);
  await expect.poll(() => own.filter(pid => existsSync(`/proc/${pid}`)), { timeout: 5000 }).toEqual([]);
  await expect(fetch(url)).rejects.toThrow();
  expect(readdirSync(scratch).filter(name => name !== 'jalur-labs')).toEqual([]);
  expect(readdirSync(join(scratch, 'jalur-labs'))).toEqual([]);
  expect(existsSync(join(folder, 'home'))).toBe(false);
});

it('jalur start without a terminal and without --open → ends when the reports are written', async () => {
  const { ended, said } = start();
  expect(await ended).toBe(0);
  expect(said()).toMatch(/Report: .*index\.html/);
  expect(said()).not.toMatch(/--open/);
});
