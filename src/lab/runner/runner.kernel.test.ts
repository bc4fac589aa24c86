import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { EnvironmentError, entryPoint, run, sleep } from '../../sys/index.ts';
import { type Runner, startRunner } from './process.ts';

const inside = JSON.stringify(entryPoint('lab/runner/inside.ts'));
const front = JSON.stringify(entryPoint('lab/runner/process.ts'));
const sys = JSON.stringify(entryPoint('sys/index.ts'));

/** Makes two namespaces and a daemon, sends its identity, and does `then`. */
const work = (then: string) => `
  import { runInside } from ${inside};
  import { readlinkSync } from 'node:fs';
  import { createNamespace, inNamespace, spawnIn } from ${sys};
  await runInside(async port => {
    const made = [createNamespace('one'), createNamespace('two')];
    spawnIn(made[0], ['sleep', '1000']);
    const net = () => readlinkSync('/proc/thread-self/ns/net');
    port.send({ pid: readlinkSync('/proc/self/ns/pid'), nets: [net(), ...made.map(ns => inNamespace(ns, net))] });
    ${then}
  });`;

interface Identity {
  readonly pid: string;
  readonly nets: readonly string[];
}

const argv = (code: string) => ['--input-type=module', '-e', code];
const untilStop = `await new Promise(done => port.stop.addEventListener('abort', done)); return 130;`;

const started: (() => void)[] = [];
afterEach(() => {
  for (const undo of started.splice(0)) undo();
});

function start(then: string): { runner: Runner; identity: Promise<Identity> } {
  let report = (_: Identity): void => {};
  const identity = new Promise<Identity>(resolve => {
    report = resolve;
  });
  const runner = startRunner(argv(work(then)), { onMessage: message => report(message as Identity) });
  started.push(() => void runner.stop(0));
  return { runner, identity };
}

/** Processes that are in, or hold a mount of, one of the runner's namespaces. */
function left({ pid, nets }: Identity): readonly string[] {
  const own = new Set([pid, ...nets]);
  const at = (one: string, file: string) => {
    try {
      return file === 'mountinfo'
        ? readFileSync(`/proc/${one}/${file}`, 'utf8')
        : readlinkSync(`/proc/${one}/${file}`);
    } catch {
      return '';
    }
  };
  return readdirSync('/proc').filter(
    one =>
      /^\d+$/.test(one) &&
      (own.has(at(one, 'ns/net')) ||
        own.has(at(one, 'ns/pid')) ||
        nets.some(net => at(one, 'mountinfo').includes(net))),
  );
}

async function gone(identity: Identity): Promise<readonly string[]> {
  for (let look = 0; look < 100 && left(identity).length > 0; look++) await sleep(20);
  return left(identity);
}

const nobody = ['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups', '--'];
const forbidden = run([...nobody, 'unshare', '--user', 'true'], { allowFailure: true }).code !== 0;

describe('a runner', () => {
  it('lives in namespaces of its own, ends with its exit code and leaves nothing', async () => {
    const before = existsSync('/run/jalur');
    const { runner, identity } = start(`return 3;`);
    const who = await identity;
    expect(who.nets).toHaveLength(3);
    expect(new Set(who.nets).size).toBe(3);
    expect(who.nets).not.toContain(readlinkSync('/proc/self/ns/net'));
    expect(await runner.ended).toBe(3);
    expect(await gone(who)).toEqual([]);
    expect(existsSync('/run/netns/one')).toBe(false);
    expect(existsSync('/run/jalur')).toBe(before);
  });

  it('takes its lab down in order when it is asked to stop', async () => {
    const { runner, identity } = start(untilStop);
    const who = await identity;
    expect(left(who).length).toBeGreaterThanOrEqual(2);
    expect(await runner.stop()).toBe(130);
    expect(await gone(who)).toEqual([]);
  });

  it('leaves nothing when it is killed', async () => {
    const { runner, identity } = start(untilStop);
    const who = await identity;
    const init = left(who).find(pid => readFileSync(`/proc/${pid}/status`, 'utf8').includes('\t1\n'));
    process.kill(Number(init), 'SIGKILL');
    expect(await runner.ended).toBe(137);
    expect(await gone(who)).toEqual([]);
  });

  it('leaves nothing when the parent process is killed', async () => {
    const code = `
      import { startRunner } from ${front};
      startRunner(${JSON.stringify(argv(work(untilStop)))}, { onMessage: m => console.log(JSON.stringify(m)) });`;
    const child: ChildProcess = spawn(process.execPath, argv(code), { stdio: ['ignore', 'pipe', 'inherit'] });
    started.push(() => child.kill('SIGKILL'));
    const line = await new Promise<string>(resolve =>
      child.stdout?.once('data', data => resolve(String(data))),
    );
    const who = JSON.parse(line) as Identity;
    expect(left(who).length).toBeGreaterThanOrEqual(2);
    child.kill('SIGKILL');
    expect(await gone(who)).toEqual([]);
  });

  it('receives messages, also those sent before it listens', async () => {
    const received: unknown[] = [];
    const code = `
      import { runInside } from ${inside};
      await runInside(port => new Promise(done => port.onMessage(m => { port.send({ echo: m }); done(0); })));`;
    const runner = startRunner(argv(code), { onMessage: message => received.push(message) });
    runner.send({ hello: 'there' });
    expect(await runner.ended).toBe(0);
    expect(received).toEqual([{ echo: { hello: 'there' } }]);
  });

  it('waits for orphans, as the init of its namespace', async () => {
    const received: unknown[] = [];
    const code = `
      import { runInside } from ${inside};
      import { run, sleep, zombiesOf } from ${sys};
      await runInside(async port => {
        run(['setsid', '--fork', 'sleep', '0.1']);
        for (const ms of [600, 2000]) {
          await sleep(ms);
          port.send(zombiesOf(process.pid).length);
        }
        return 0;
      });`;
    const runner = startRunner(argv(code), { onMessage: message => received.push(message) });
    expect(await runner.ended).toBe(0);
    expect(received).toEqual([1, 0]);
  });

  it('says why it could not start', async () => {
    const runner = startRunner(['--no-such-flag'], { onMessage() {} });
    const error = await runner.ended.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EnvironmentError);
    expect((error as EnvironmentError).message).toContain('no-such-flag');
  });

  it.skipIf(forbidden)(
    `works without root${forbidden ? ' (this machine forbids user namespaces)' : ''}`,
    async () => {
      const code = `
      import { startRunner } from ${front};
      const runner = startRunner(${JSON.stringify(argv(work('return 0;')))}, { onMessage: m => console.log(JSON.stringify(m)) });
      process.exit(await runner.ended);`;
      const [tool = '', ...args] = [...nobody, process.execPath, ...argv(code)];
      const child = spawn(tool, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (output += String(data)));
      expect([await new Promise(resolve => child.once('close', resolve)), output]).toEqual([
        0,
        expect.any(String),
      ]);
      const who = JSON.parse(output) as Identity;
      expect(who.nets).toHaveLength(3);
      expect(await gone(who)).toEqual([]);
    },
  );
});
