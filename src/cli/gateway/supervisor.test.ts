import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Gateway, GatewayEvent, StatusReply } from '../../gateway/index.ts';
import type { ServiceManager } from '../../sys/index.ts';
import { supervisor } from './supervisor.ts';

const ready: GatewayEvent = { type: 'ready', atMs: 9, durationMs: 5, dialect: 'v7', waiting: [] };
const problem = (what: string): GatewayEvent => ({
  type: 'problem',
  atMs: 1,
  condition: { code: 'gateway/apply-failed', severity: 'error', what, do: 'Look.' } as never,
});

let said: string[][];
let lines: { status: string }[];
let alive: boolean;

const manager: ServiceManager = {
  watchdogMs: 1000,
  tell: (...words) => {
    said.push([...words]);
    return undefined;
  },
};
const gateway: Pick<Gateway, 'pulse' | 'status' | 'ended'> = {
  pulse: () => (alive ? Promise.resolve() : new Promise(() => {})),
  status: () => ({ lines, conditions: [], forwards: true }) as unknown as StatusReply,
  ended: new Promise(() => {}),
};

beforeEach(() => {
  vi.useFakeTimers();
  [said, lines, alive] = [[], [{ status: 'up' }, { status: 'up' }], true];
});
afterEach(() => void vi.useRealTimers());

/** What was said since the last call, without the watchdog's words. */
async function heard(): Promise<readonly string[]> {
  await vi.advanceTimersByTimeAsync(0);
  return said.splice(0).flatMap(words => (words[0] === 'WATCHDOG=1' ? [] : [words.join(' ')]));
}

const pulses = (): number => said.splice(0).filter(([word]) => word === 'WATCHDOG=1').length;

describe('what a service manager hears', () => {
  it('problems before it is ready → a status; ready → READY=1; a line dies → another status, once', async () => {
    const watched = supervisor(manager);
    watched.hear(problem('the kernel refused it.'));
    expect(await heard()).toEqual(['STATUS=not ready: the kernel refused it.']);
    watched.hear(ready);
    watched.watch(gateway);
    expect(await heard()).toEqual([
      'READY=1 STATUS=ready after 5.0 ms (RouterOS v7)',
      'STATUS=2 of 2 lines up, nothing is wrong',
    ]);
    lines = [{ status: 'down' }, { status: 'up' }];
    const link: GatewayEvent = { type: 'link', atMs: 1, interface: 'ether1', running: false };
    for (const event of [link, link]) watched.hear(event);
    expect(await heard()).toEqual(['STATUS=1 of 2 lines up, nothing is wrong']);
  });

  it('its configuration changes → RELOADING=1 with the time, then READY=1', async () => {
    const watched = supervisor(manager);
    watched.hear(ready);
    await heard();
    watched.enter('changing');
    watched.enter('changed');
    expect(await heard()).toEqual([expect.stringMatching(/^RELOADING=1 MONOTONIC_USEC=\d+$/), 'READY=1']);
  });

  it('its configuration changes before it is ready → it is not said to be', async () => {
    const watched = supervisor(manager);
    for (const phase of ['changing', 'changed'] as const) watched.enter(phase);
    expect(await heard()).toEqual([]);
  });

  it('it ends → STOPPING=1, and nothing after it', async () => {
    const watched = supervisor(manager);
    watched.hear(ready);
    await heard();
    watched.enter('stopping');
    watched.hear(problem('something is left.'));
    for (const phase of ['changing', 'changed'] as const) watched.enter(phase);
    expect(await heard()).toEqual(['STOPPING=1']);
  });

  it('it decides no more → the watchdog hears nothing from then on', async () => {
    const watched = supervisor(manager);
    watched.hear(ready);
    watched.watch(gateway);
    await vi.advanceTimersByTimeAsync(3000);
    expect(pulses()).toBe(4);
    alive = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pulses()).toBe(0);
  });

  it('nobody listens → nothing is asked of the gateway', () => {
    const watched = supervisor(undefined);
    watched.hear(ready);
    watched.enter('stopping');
    const asked = vi.fn();
    watched.watch({ ...gateway, pulse: asked, status: asked });
    vi.advanceTimersByTime(10_000);
    expect(asked).not.toHaveBeenCalled();
  });
});
