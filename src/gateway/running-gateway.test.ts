import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnvironmentError } from '../sys/index.ts';
import { type GatewayEvent, initialState } from './core/index.ts';
import { eventHub } from './event-hub.ts';
import { openKept } from './kept.ts';
import { startLoop } from './loop/index.ts';
import { readRunConfig } from './read-run-config.ts';
import { type Gateway, runningGateway } from './running-gateway.ts';
import { type FailingPort, failingPort, idlePort } from './testing/failing-port.ts';
import { links } from './testing/run-config.ts';

// What several clients ask of one gateway at once, and what is asked of one that ends.

const both = `
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
/ip route add dst-address=0.0.0.0/0 gateway=10.10.10.1 distance=1
/ip route add dst-address=0.0.0.0/0 gateway=20.20.20.1 distance=2
`;
const one = both
  .split('\n')
  .filter(line => !line.includes('20.20.20'))
  .join('\n');

let dir: string;
let file: string;
let port: FailingPort;
let loop: ReturnType<typeof startLoop>;
let gateway: Gateway;
let events: GatewayEvent[];
let aheadMs: number;

async function start(text: string, leave = true): Promise<void> {
  writeFileSync(file, text);
  const hub = eventHub();
  events = [];
  hub.subscribe(({ event }) => events.push(event));
  const idle = idlePort(() => links());
  port = failingPort({ ...idle, nowMs: () => idle.nowMs() + aheadMs });
  const kept = openKept({ stateDir: dir, durableDir: dir, home: { boot: 'b', cookie: '1' } as never });
  loop = startLoop({ state: initialState(readRunConfig(file, {}), 1), port, emit: hub.emit });
  gateway = runningGateway({
    ...{ loop, port, hub, kept, leave, keepsPast: false, past: undefined, reading: {} },
    born: { name: 'test', startedAt: '', bornMs: 0 },
    control: { close: async () => {} } as never,
  });
  loop.post({ kind: 'start', atMs: port.nowMs() });
  await loop.settled();
}

beforeEach(() => {
  aheadMs = 0;
  dir = mkdtempSync(join(tmpdir(), 'gateway-'));
  file = join(dir, 'office.rsc');
});

afterEach(async () => {
  await gateway.stop();
  rmSync(dir, { recursive: true });
});

const asked = (text: string) => ({ files: [file], texts: [{ file, text }] });
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    error => error.error?.code ?? error,
  );
const told = () => events.flatMap(event => (event.type === 'config' ? [`${event.how} ${event.result}`] : []));

describe('several clients at once', () => {
  it('each takes another line down → the last one that is up stays', async () => {
    await start(both);
    const down = (line: string) => code(gateway.wan({ line, action: 'down' }));
    expect(await Promise.all([down('ether1'), down('ether2')])).toEqual(['done', 'control/last-line']);
    expect(loop.state.forced).toEqual(['ether1']);
  });

  it('one takes a line down, the other one takes it out of the configuration → both are answered', async () => {
    await start(both);
    const work = [gateway.apply(asked(one)), gateway.wan({ line: 'ether2', action: 'down' })];
    expect(await Promise.all(work.map(code))).toEqual(['done', 'control/unknown-line']);
  });

  it('a line is taken down while the configuration that has it is taken back → said, and it goes on', async () => {
    await start(one);
    await gateway.apply({ ...asked(both), confirmMs: 60_000 });
    const down = gateway.wan({ line: 'ether2', action: 'down' });
    aheadMs = 60_001;
    loop.post({ kind: 'timer', name: 'trial', atMs: port.nowMs() });
    expect(await code(down)).toBe('control/unknown-line');
    expect((await gateway.wan({ line: 'ether1', action: 'up' })).changed).toBe(false);
  });
});

describe('a gateway that is being started', () => {
  it('its services take long, and somebody applies meanwhile → told after the start, of which nothing is mistaken', async () => {
    await start(both);
    let set = (): void => {};
    const waiting = new Promise<void>(resolve => {
      set = resolve;
    });
    port.setServices = () => waiting;
    writeFileSync(file, `${both}\n/ip dhcp-client add interface=ether2\n`);
    loop.post({ kind: 'config', atMs: port.nowMs(), config: readRunConfig(file, {}) });
    const begun = gateway.begin({ how: 'start' });
    const work = [code(gateway.apply(asked('/ip route add gateway=nonsense dst-address')))];
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(told()).toEqual([]);
    set();
    await Promise.all([begun, ...work]);
    expect(told()).toEqual(['start in-force', 'apply refused']);
  });
});

describe('a trial whose time is over', () => {
  const over = async (): Promise<void> => {
    aheadMs = 60_001;
    loop.post({ kind: 'timer', name: 'trial', atMs: port.nowMs() });
    await loop.settled();
    // Whatever is told is told before the next change.
    await gateway.wan({ line: 'ether1', action: 'up' });
  };

  it('the one before is in force again → told then', async () => {
    await start(both);
    await gateway.apply({ ...asked(one), confirmMs: 60_000 });
    await over();
    expect(told()).toEqual(['apply on-trial', 'rolled-back in-force']);
  });

  it('the kernel cannot be changed → nobody is told that it is', async () => {
    await start(both);
    await gateway.apply({ ...asked(one), confirmMs: 60_000 });
    port.fail('apply', () => new EnvironmentError('KERNEL_REFUSED', 'netlink: ENOBUFS', 'Wait.'));
    await over();
    expect(told()).toEqual(['apply on-trial', 'rolled-back partly']);
  });

  it('and its services were not set yet → told in the order in which it was', async () => {
    await start(both);
    let set = (): void => {};
    const waiting = new Promise<void>(resolve => {
      set = resolve;
    });
    port.setServices = () => waiting;
    const applying = gateway.apply({
      ...asked(one.replace('add address', 'add comment=a address')),
      confirmMs: 60_000,
    });
    await new Promise(resolve => setTimeout(resolve, 20));
    const done = over();
    await new Promise(resolve => setTimeout(resolve, 20));
    set();
    await Promise.all([applying, done]);
    expect(told()).toEqual(['apply on-trial', 'rolled-back in-force']);
  });
});

describe('a gateway that ends', () => {
  const full = () =>
    Object.assign(new Error('ENOSPC: no space left on device'), { syscall: 'write', errno: -28 });

  it.each(['save', 'undo', 'endServices'] as const)(
    'the machine refuses %s → all the rest is done, and it is said',
    async call => {
      await start(both, false);
      let isClosed = false;
      port.close = async () => {
        isClosed = true;
      };
      port.fail(call, full);
      expect(await gateway.stop()).toEqual({ undone: false });
      const said = events.slice(-2).map(one => (one.type === 'problem' ? one.condition.what : one.type));
      expect([said, isClosed]).toEqual([[expect.stringContaining('ENOSPC'), 'stopped'], true]);
      expect(port.calls).toContain('undo');
    },
  );

  it('asked for changes → nothing is said to be done', async () => {
    await start(both);
    const ending = gateway.stop();
    const work = [
      gateway.apply(asked(one)),
      gateway.reload(),
      gateway.rollback({}),
      gateway.confirm({ session: { kind: 'local' } }, 0),
      gateway.wan({ line: 'ether1', action: 'down' }),
    ];
    expect(await Promise.all(work.map(code))).toEqual(work.map(() => 'control/ending'));
    await gateway.hangUp();
    await ending;
    expect(told()).toEqual([]);
  });

  it('ends while a change waits for its services → it is not said to be in force', async () => {
    await start(both);
    port.setServices = () => new Promise(resolve => setTimeout(resolve, 100));
    const applying = code(gateway.apply(asked(`${one}\n/ip dhcp-client add interface=ether3\n`)));
    await new Promise(resolve => setTimeout(resolve, 20));
    await gateway.stop();
    expect([await applying, told()]).toEqual(['control/ending', []]);
  });
});
