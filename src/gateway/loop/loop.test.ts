import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnvironmentError } from '../../sys/index.ts';
import {
  type Applied,
  type GatewayEvent,
  type Interfaces,
  initialState,
  type RunConfig,
  type Saved,
} from '../core/index.ts';
import { type FailingPort, failingPort, idlePort } from '../testing/failing-port.ts';
import { links, runConfig } from '../testing/run-config.ts';
import { type Loop, startLoop } from './index.ts';

const refusal = (): Error => new EnvironmentError('KERNEL_REFUSED', 'EPERM', 'Run as root.');
const diskFull = (): Error => Object.assign(new Error('ENOSPC: write'), { errno: -28, syscall: 'write' });

interface Running {
  readonly loop: Loop;
  readonly port: FailingPort;
  readonly events: GatewayEvent[];
  /** Codes of the conditions that stand. */
  codes(): readonly string[];
  /** Lets what failed be tried again, which is a second later. */
  retry(): Promise<void>;
}

let running: Running | undefined;

afterEach(async () => {
  vi.useRealTimers();
  await running?.loop.stop();
  running = undefined;
});

interface World {
  readonly jalur?: RunConfig;
  readonly links?: () => Interfaces;
}

async function start(
  applied?: () => Applied,
  prepare?: (port: FailingPort) => void,
  { jalur = runConfig(), links: wired = () => links() }: World = {},
): Promise<Running> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const port = failingPort(idlePort(wired, applied));
  prepare?.(port);
  const events: GatewayEvent[] = [];
  const loop = startLoop({ state: initialState(jalur, 1), port, emit: event => events.push(event) });
  running = {
    loop,
    port,
    events,
    codes: () => loop.state.conditions.map(({ code }) => code),
    async retry() {
      vi.advanceTimersByTime(1000);
      await loop.settled();
    },
  };
  port.listen(loop.post);
  loop.post({ kind: 'start', atMs: port.nowMs() });
  await loop.settled();
  return running;
}

const reports = ({ events }: Running): readonly string[] =>
  events.flatMap(event =>
    event.type === 'problem' || event.type === 'cleared' ? [`${event.type} ${event.condition.code}`] : [],
  );

describe('a call of the port fails', () => {
  it('moveFlows: refused → a condition, tried once more with what did not go; the next line that dies clears it', async () => {
    let down: readonly string[] = [];
    const jalur = { ...runConfig(), pace: 'jalur' } as const;
    const gateway = await start(undefined, port => port.fail('moveFlows', refusal), {
      jalur,
      links: () => links(...down),
    });
    const cable = async (...names: readonly string[]): Promise<void> => {
      down = names;
      gateway.port.report({ kind: 'link', atMs: gateway.port.nowMs(), reason: 'a cable' });
      await gateway.loop.settled();
    };
    const failed = (): boolean => gateway.codes().includes('gateway/effect-failed');
    await cable('ether1');
    expect(failed()).toBe(true);
    for (const _ of ['with what did not go', 'not again']) await gateway.retry();
    expect(gateway.port.calls.filter(call => call === 'moveFlows').length).toBe(2);
    gateway.port.fail('moveFlows', undefined);
    await cable();
    expect(failed()).toBe(true);
    await cable('ether2');
    expect(failed()).toBe(false);
  });

  it('apply: fails once → a condition, tried again after a second, then cleared', async () => {
    const gateway = await start(undefined, port => port.fail('apply', refusal));
    expect(gateway.codes()).toEqual(['gateway/apply-failed']);
    expect(gateway.loop.state.conditions[0]?.what).toContain('EPERM');
    gateway.port.fail('apply', undefined);
    const before = gateway.port.calls.filter(call => call === 'apply').length;
    await gateway.retry();
    expect(gateway.port.calls.filter(call => call === 'apply').length).toBe(before + 1);
    expect(gateway.codes()).toEqual([]);
    expect(reports(gateway)).toEqual(['problem gateway/apply-failed', 'cleared gateway/apply-failed']);
  });

  it('apply: goes on failing → tried every second, the condition reported once', async () => {
    const gateway = await start(undefined, port => port.fail('apply', refusal));
    for (let i = 0; i < 3; i++) await gateway.retry();
    expect(gateway.port.calls.filter(call => call === 'apply').length).toBe(4);
    expect(reports(gateway)).toEqual(['problem gateway/apply-failed']);
  });

  it('interfaces: the kernel cannot be read → nothing applied, a condition, tried again', async () => {
    const gateway = await start(undefined, port => port.fail('interfaces', refusal));
    expect(gateway.port.calls).not.toContain('apply');
    expect(gateway.codes()).toEqual(['gateway/apply-failed']);
    gateway.port.fail('interfaces', undefined);
    await gateway.retry();
    expect(gateway.port.calls).toContain('apply');
    expect(gateway.codes()).toEqual([]);
  });

  it('apply: a part is refused → a condition about that part, cleared when it is no longer', async () => {
    let problems = [{ what: 'There is no interface ether9.', do: 'Compare with ip link.' }];
    const gateway = await start(() => ({ changes: [], problems }));
    expect(gateway.loop.state.conditions).toMatchObject([
      { code: 'gateway/refused', what: 'There is no interface ether9.' },
    ]);
    problems = [];
    await gateway.retry();
    expect(gateway.codes()).toEqual([]);
  });

  it('setServices: fails → a condition, asked again, cleared; routes are in force meanwhile', async () => {
    const gateway = await start(undefined, port => port.fail('setServices', refusal));
    expect(gateway.loop.state.reached).toBeDefined();
    expect(gateway.loop.state.conditions).toMatchObject([
      { code: 'gateway/effect-failed', about: 'services' },
    ]);
    gateway.port.fail('setServices', undefined);
    await gateway.retry();
    expect(gateway.codes()).toEqual([]);
  });

  it('save: the disk is full → a condition, tried again, cleared', async () => {
    const gateway = await start(undefined, port => port.fail('save', diskFull));
    expect(gateway.loop.state.conditions).toMatchObject([{ code: 'gateway/effect-failed', about: 'save' }]);
    gateway.port.fail('save', undefined);
    await gateway.retry();
    expect(gateway.codes()).toEqual([]);
  });

  it('settleTrial: refused → a condition, and tried again until it is done, whatever else succeeds', async () => {
    const gateway = await start(undefined, port => port.fail('settleTrial', diskFull));
    const settled = () => gateway.port.calls.filter(call => call === 'settleTrial').length;
    const { loop, port } = gateway;
    loop.post({ kind: 'config', atMs: port.nowMs(), config: runConfig() });
    await loop.settled();
    expect(loop.state.conditions).toMatchObject([{ code: 'gateway/effect-failed', about: 'trial' }]);
    const before = settled();
    await gateway.retry();
    await gateway.retry();
    expect([settled() - before, gateway.codes()]).toEqual([2, ['gateway/effect-failed']]);
    port.fail('settleTrial', undefined);
    await gateway.retry();
    await gateway.retry();
    expect([settled() - before, gateway.codes()]).toEqual([3, []]);
  });

  it('settleTrial: refused, and another trial begins before it is tried again → that one is not taken for settled', async () => {
    const gateway = await start(undefined, port => port.fail('settleTrial', diskFull));
    const { loop, port } = gateway;
    loop.post({ kind: 'config', atMs: port.nowMs(), config: runConfig() });
    await loop.settled();
    port.fail('settleTrial', undefined);
    const calls = port.calls.length;
    loop.post({ kind: 'config', atMs: port.nowMs(), config: runConfig(), trialMs: 60_000 });
    await loop.settled();
    await gateway.retry();
    expect(port.calls.slice(calls)).not.toContain('settleTrial');
    expect(gateway.codes()).toEqual(['gateway/unconfirmed']);
  });
});

it('save → everything that the core keeps gets to the disk, the lines too', async () => {
  const saved: Saved[] = [];
  const port = { ...idlePort(() => links()), save: (one: Saved) => void saved.push(one) };
  const state = initialState({ ...runConfig(), pace: 'jalur' }, 1);
  const loop = startLoop({ state, port, emit: () => {} });
  loop.post({ kind: 'start', atMs: 0 });
  await loop.settled();
  await loop.stop();
  expect(saved).toEqual([loop.state.saved]);
  expect(saved[0]?.lines?.uplinks.map(one => one.interface)).toEqual(['ether1', 'ether2', 'ether3']);
});

describe('a defect of ours', () => {
  /** What ends the process: thrown where nobody catches. */
  async function uncaught(action: () => Promise<unknown>): Promise<unknown> {
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    try {
      return await new Promise((resolve, reject) => {
        process.once('uncaughtException', resolve);
        action().catch(reject);
      });
    } finally {
      for (const listener of others) process.on('uncaughtException', listener);
    }
  }

  it('apply: throws a TypeError → thrown on, no condition, no retry', async () => {
    const gateway = await start();
    gateway.port.fail('apply', () => new TypeError('a defect'));
    const error = await uncaught(async () =>
      gateway.port.report({ kind: 'drift', atMs: gateway.port.nowMs(), reason: 'a route was deleted' }),
    );
    expect(error).toMatchObject({ message: 'a defect' });
    expect(gateway.codes()).toEqual([]);
  });
});

describe('what the outside reports', () => {
  it('service: it died → a condition at once; it runs again for a while → cleared', async () => {
    const gateway = await start();
    const atMs = gateway.port.nowMs();
    const name = 'dhcp client ether1';
    gateway.port.report({
      ...{ kind: 'service', atMs, name },
      state: { kind: 'died', said: 'no such interface', againMs: 200 },
    });
    await gateway.loop.settled();
    expect(gateway.loop.state.conditions).toMatchObject([{ code: 'gateway/service-died', about: name }]);
    gateway.port.report({ kind: 'service', atMs, name, state: { kind: 'steady' } });
    await gateway.loop.settled();
    expect(gateway.codes()).toEqual([]);
  });

  it('many events at once → the kernel is read and changed once', async () => {
    const gateway = await start();
    const before = gateway.port.calls.length;
    for (const reason of ['ether1 is off', 'address of ether1', 'ether2 is off']) {
      gateway.port.report({ kind: 'link', atMs: gateway.port.nowMs(), reason });
    }
    await gateway.loop.settled();
    expect(gateway.port.calls.slice(before)).toEqual(['interfaces', 'apply']);
    const last = gateway.events.findLast(({ type }) => type === 'decision');
    expect(last && 'reason' in last && last.reason).toBe('ether1 is off; address of ether1; ether2 is off');
  });

  it('an event after the end → nothing', async () => {
    const gateway = await start();
    await gateway.loop.stop();
    const before = gateway.port.calls.length;
    gateway.port.report({ kind: 'link', atMs: gateway.port.nowMs(), reason: 'ether1 is off' });
    await new Promise(resolve => setImmediate(resolve));
    expect(gateway.port.calls.length).toBe(before);
  });
});

describe('the pulse', () => {
  const resolved = async (pulse: Promise<void>): Promise<boolean> => {
    let isResolved = false;
    void pulse.then(() => {
      isResolved = true;
    });
    for (let turns = 0; turns < 3; turns++) await new Promise(resolve => setImmediate(resolve));
    return isResolved;
  };

  it('it decides → felt, at rest and with an event that waits', async () => {
    const { loop, port } = await start();
    expect(await resolved(loop.pulse())).toBe(true);
    loop.post({ kind: 'link', reason: 'ether1 has no carrier', atMs: port.nowMs() });
    expect(await resolved(loop.pulse())).toBe(true);
  });

  it('it has stopped → not felt any more', async () => {
    const { loop } = await start();
    await loop.stop();
    expect(await resolved(loop.pulse())).toBe(false);
  });
});
