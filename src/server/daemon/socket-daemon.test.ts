import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { controlServer } from '../../gateway/control/server.ts';
import { resumed } from '../../gateway/history/index.ts';
import type { Recorded } from '../../gateway/index.ts';
import { ApiProblem } from '../problem.ts';
import { SocketDaemon } from './socket-daemon.ts';

// The real protocol on a real socket, with a gateway at its other end that comes and goes.

const folder = mkdtempSync(join(tmpdir(), 'jalur-daemon-'));
const path = join(folder, 'control.sock');
afterAll(() => rmSync(folder, { recursive: true }));

/** One run of a gateway; `kept`: so many of its events are remembered. */
function gatewayOf(run: string, { kept = 100, answers = true } = {}) {
  const events: Recorded[] = [];
  const hearing = new Set<(recorded: Recorded) => void>();
  let hz = 0;
  const server = controlServer({
    answer: () => (answers ? Promise.resolve({}) : new Promise(() => {})),
    resume: heard => resumed(events.slice(-kept), run, heard),
    subscribe: listener => {
      hearing.add(listener);
      return () => hearing.delete(listener);
    },
    rates: (_, asked = 1) => {
      hz = asked;
      return () => {
        hz = 0;
      };
    },
  });
  return {
    /** How often rates are wanted. */
    get hz() {
      return hz;
    },
    start: () => server.listen(path),
    end: () => server.close(),
    get hearing() {
      return hearing.size;
    },
    say(running = true) {
      const event = { type: 'link', atMs: 1, interface: 'ether2', running } as const;
      const recorded = { seq: events.length + 1, time: '2026-11-30T08:00:00.000Z', event };
      events.push(recorded);
      for (const one of [...hearing]) one(recorded);
    },
  };
}

type Gateway = ReturnType<typeof gatewayOf>;
let daemon: SocketDaemon;
let heard: string[];
const running: Gateway[] = [];

async function start(gateway: Gateway): Promise<Gateway> {
  await gateway.start();
  running.push(gateway);
  return gateway;
}

const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise(resolve => setTimeout(resolve, 5));
};

beforeEach(() => {
  heard = [];
  daemon = new SocketDaemon(path);
  daemon.listen({
    event: ({ seq }, run) => heard.push(`${run}-${seq}`),
    rates: () => {},
    gap: () => heard.push('gap'),
    offline: () => heard.push('offline'),
    online: () => heard.push('online'),
  });
});
afterEach(async () => {
  daemon.close();
  for (const one of running.splice(0)) await one.end();
});

const asked = async (): Promise<string> => {
  try {
    await daemon.ask('settled');
    return 'answered';
  } catch (error) {
    return error instanceof ApiProblem ? error.code : String(error);
  }
};

describe('the control socket', () => {
  it('there is no gateway yet → said, with what helps; it comes → found by itself', async () => {
    expect(daemon.trouble?.what).toContain(path);
    expect(await asked()).toBe('web/no-gateway');
    await start(gatewayOf('r1'));
    await until(() => heard.includes('online'));
    expect([daemon.trouble, await asked()]).toEqual([undefined, 'answered']);
  });

  it('the gateway goes → said at once, questions that wait are answered so; another run comes → online, and a gap', async () => {
    const first = await start(gatewayOf('r1', { answers: false }));
    await until(() => heard.includes('online'));
    first.say();
    await until(() => heard.includes('r1-1'));
    const waits = asked();
    await first.end();
    expect(await waits).toBe('web/no-gateway');
    await until(() => heard.includes('offline'));
    expect(await asked()).toBe('web/no-gateway');
    const second = await start(gatewayOf('r2'));
    await until(() => heard.filter(one => one === 'online').length === 2);
    second.say();
    await until(() => heard.includes('r2-1'));
    expect(heard).toEqual(['online', 'r1-1', 'offline', 'online', 'gap', 'r2-1']);
    expect([daemon.since('r1', 0), daemon.since('r2', 0)?.map(({ seq }) => seq)]).toEqual([undefined, [1]]);
  });

  it('the connection alone is lost → what was said meanwhile comes after it, once, without a gap', async () => {
    const gateway = await start(gatewayOf('r1'));
    await until(() => heard.includes('online'));
    for (let i = 0; i < 3; i++) gateway.say();
    await until(() => heard.includes('r1-3'));
    await gateway.end();
    for (let i = 0; i < 4; i++) gateway.say();
    await gateway.start();
    await until(() => heard.includes('r1-7'));
    gateway.say();
    await until(() => heard.includes('r1-8'));
    expect(heard).toEqual([
      'online',
      'r1-1',
      'r1-2',
      'r1-3',
      'offline',
      'online',
      ...[4, 5, 6, 7, 8].map(n => `r1-${n}`),
    ]);
    expect(daemon.since('r1', 2)?.map(({ seq }) => seq)).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('more was said meanwhile than is remembered → a gap, and what is known is whole again from there on', async () => {
    const gateway = await start(gatewayOf('r1', { kept: 2 }));
    await until(() => heard.includes('online'));
    gateway.say();
    await until(() => heard.includes('r1-1'));
    await gateway.end();
    for (let i = 0; i < 9; i++) gateway.say();
    await gateway.start();
    await until(() => heard.includes('r1-10'));
    expect(heard.slice(2)).toEqual(['offline', 'online', 'gap', 'r1-9', 'r1-10']);
    expect(daemon.since('r1', 5)).toBeUndefined();
    expect(daemon.since('r1', 9)?.map(({ seq }) => seq)).toEqual([10]);
  });

  it('its socket stays open and nothing comes by it → said as silent within seconds while somebody listens; an answer → online', {
    timeout: 30_000,
  }, async () => {
    const gateway = await start(gatewayOf('r1', { answers: false }));
    await until(() => heard.includes('online'));
    daemon.followRates(1);
    await until(() => heard.includes('offline'));
    expect(daemon.trouble?.what).toContain('answers nothing');
    gateway.say();
    await until(() => heard.includes('r1-1'));
    expect([daemon.trouble, heard]).toEqual([undefined, ['online', 'offline', 'online', 'r1-1']]);
  });

  it('rates are wanted otherwise → the gateway is told, also a new one', async () => {
    const first = await start(gatewayOf('r1'));
    await until(() => heard.includes('online'));
    expect(first.hz).toBe(0);
    for (const hz of [1, 10, 0, 4]) {
      daemon.followRates(hz);
      await until(() => first.hz === hz);
    }
    await first.end();
    const second = await start(gatewayOf('r2'));
    await until(() => second.hz === 4);
  });

  it('it is closed while it connects → nothing listens to the gateway afterwards', async () => {
    const gateway = await start(gatewayOf('r1'));
    const other = new SocketDaemon(path);
    other.close();
    await until(() => heard.includes('online'));
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(gateway.hearing).toBe(1);
  });
});
