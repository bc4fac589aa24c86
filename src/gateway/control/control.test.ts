import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { duplexPair } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnvironmentError } from '../../sys/index.ts';
import type { GatewayEvent } from '../core/index.ts';
import { type Recorded, resumed } from '../history/index.ts';
import type { RatesMessage } from '../replies/index.ts';
import { controlClient } from './client.ts';
import { type ControlMessageValue, type ControlServer, connectControl, controlServer } from './index.ts';
import { readLines } from './lines.ts';

let folder: string;
let path: string;
let server: ControlServer;
let listeners: Set<(recorded: Recorded) => void>;
let ofRates: Set<(rates: RatesMessage) => void>;
let kept: Recorded[];
let seq = 0;
/** What the gateway answers. */
let answer: (type: string) => Promise<ControlMessageValue>;
/** The same, of the whole request. */
let answerAll: ((request: object) => Promise<ControlMessageValue>) | undefined;

const link: GatewayEvent = { type: 'link', atMs: 1, interface: 'ether1', running: false };
const emit = (event: GatewayEvent): void => {
  const recorded = { seq: ++seq, time: '2026-01-01T00:00:00.000Z', event };
  kept.push(recorded);
  for (const listener of [...listeners]) listener(recorded);
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'control-'));
  path = join(folder, 'control.sock');
  listeners = new Set();
  ofRates = new Set();
  kept = [];
  seq = 0;
  answer = async () => ({});
  answerAll = undefined;
  server = controlServer({
    answer: request => answerAll?.(request) ?? answer(request.type),
    resume: heard => resumed(kept, 'run', heard),
    rates(listener) {
      ofRates.add(listener);
      return () => ofRates.delete(listener);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  await server.listen(path);
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A gateway that says nothing. */
const nobody = {
  answer: async () => ({}),
  resume: () => resumed([], 'run', undefined),
  subscribe: () => () => {},
  rates: () => () => {},
};

/** A client by hand: sends lines as they are, collects those that come. */
async function raw(): Promise<{ readonly socket: Socket; next(): Promise<unknown> }> {
  const socket = connect(path);
  const lines: string[] = [];
  let arrived: () => void = () => {};
  readLines(socket, line => {
    lines.push(line);
    arrived();
  });
  await once(socket, 'connect');
  return {
    socket,
    async next() {
      while (lines.length === 0) {
        await new Promise<void>(resolve => {
          arrived = resolve;
        });
      }
      return JSON.parse(lines.shift() ?? '');
    },
  };
}

describe('control socket', () => {
  it('it exists → only its owner may use it; closed → it is gone', async () => {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await server.close();
    expect(existsSync(path)).toBe(false);
  });

  it('a gateway serves it → another that wants it is refused', async () => {
    const other = controlServer(nobody);
    await expect(other.listen(path)).rejects.toMatchObject({ code: 'ALREADY_RUNNING' });
    expect(existsSync(path)).toBe(true);
  });

  it('its path is longer than a socket may have → refused with advice', async () => {
    const other = controlServer(nobody);
    await expect(other.listen(join(folder, 'x'.repeat(100)))).rejects.toBeInstanceOf(EnvironmentError);
  });

  it('nobody serves it → who connects gets an error that says so', async () => {
    await expect(connectControl(join(folder, 'nowhere'))).rejects.toBeInstanceOf(EnvironmentError);
  });
});

describe('the socket of the pages', () => {
  let asked: unknown[];
  beforeEach(async () => {
    asked = [];
    answerAll = async request => {
      asked.push(request);
      return {};
    };
    await server.listenForPages(join(folder, 'web.sock'), process.getegid?.() ?? 0);
    path = join(folder, 'web.sock');
  });

  const ask = async (request: object) => {
    const client = await raw();
    await client.next();
    client.socket.write(`${JSON.stringify({ v: 1, id: 1, ...request })}\n`);
    const reply = await client.next();
    client.socket.destroy();
    return reply;
  };

  it('it exists → its group may use it, nobody else; closed → it is gone', async () => {
    const { mode, gid } = statSync(path);
    expect([mode & 0o777, gid]).toEqual([0o660, process.getegid?.()]);
    await server.close();
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['stop', { type: 'stop' }],
    ['a message to those who are told', { type: 'notify', test: true }],
    ['a file by its name', { type: 'config', file: '/etc/shadow' }],
    ['files without their texts', { type: 'apply', files: ['/etc/shadow'] }],
  ])('%s is asked for → refused', async (_, request) => {
    expect(await ask(request)).toMatchObject({ type: 'failed', error: { code: 'control/not-allowed' } });
    expect(asked).toEqual([]);
  });

  it('a change → it is known to come by a page, whatever the page says', async () => {
    const texts = [{ file: 'a', text: '' }];
    await ask({ type: 'apply', files: ['a'], texts, by: 'root' });
    await ask({ type: 'wan', line: 'ether1', action: 'down' });
    await ask({ type: 'rollback', by: 'ani from 192.168.88.10' });
    expect(asked).toMatchObject([
      { by: 'web: root' },
      { by: 'web: somebody' },
      { by: 'web: ani from 192.168.88.10' },
    ]);
  });

  it('it confirms as somebody at the machine, or by SSH → not believed; by a browser → how old its connection is', async () => {
    await ask({ type: 'confirm', session: { kind: 'local' } });
    await ask({ type: 'confirm', session: { kind: 'ssh', ageMs: 0 } });
    await ask({ type: 'confirm', session: { kind: 'web', ageMs: 7 } });
    expect(asked).toMatchObject([
      { session: { kind: 'unknown' } },
      { session: { kind: 'unknown' } },
      { session: { kind: 'web', ageMs: 7 } },
    ]);
  });
});

describe('requests', () => {
  it('a client connects → greeted with the version', async () => {
    const client = await raw();
    expect(await client.next()).toEqual({ v: 1, type: 'hello', pid: process.pid });
    client.socket.destroy();
  });

  it('several at once → each is answered by its number', async () => {
    answer = async type => {
      if (type === 'stop') await new Promise(resolve => setTimeout(resolve, 5));
      return { undone: type === 'stop' };
    };
    const client = await connectControl(folder);
    const [stop, settled] = await Promise.all([client.request('stop'), client.request('settled')]);
    expect([stop, settled]).toEqual([{ undone: true }, { undone: false }]);
    client.close();
  });

  it('the environment prevents an answer → failed, with advice', async () => {
    answer = async () => {
      throw new EnvironmentError('COMMAND_FAILED', 'nft ended with 1', 'Run it by hand.');
    };
    const client = await connectControl(folder);
    await expect(client.request('counters')).rejects.toMatchObject({
      error: { code: 'control/failed', what: 'nft ended with 1', do: 'Run it by hand.' },
    });
    client.close();
  });

  const bad: readonly (readonly [string, string, object])[] = [
    ['no JSON', 'hello', { id: -1, error: { code: 'control/bad-request' } }],
    ['another type', '{"v":1,"id":4,"type":"nonsense"}', { id: 4, error: { code: 'control/bad-request' } }],
    ['a missing field', '{"v":1,"id":5,"type":"config"}', { id: 5, error: { code: 'control/bad-request' } }],
    [
      'a field too many',
      '{"v":1,"id":6,"type":"stop","now":1}',
      { id: 6, error: { code: 'control/bad-request' } },
    ],
    ['another version', '{"v":2,"id":7,"type":"routes"}', { id: 7, error: { code: 'control/version' } }],
    ['no object', '[1]', { id: -1, error: { code: 'control/bad-request' } }],
  ];
  it.each(bad)('%s → failed, and the next request is answered', async (_, line, failure) => {
    const client = await raw();
    await client.next();
    client.socket.write(`${line}\n`);
    expect(await client.next()).toMatchObject({ v: 1, type: 'failed', ...failure });
    client.socket.write('{"v":1,"id":9,"type":"settled"}\n');
    expect(await client.next()).toEqual({ v: 1, type: 'reply', id: 9, value: {} });
    client.socket.destroy();
  });

  it('a request as long as a long configuration, in many parts → answered, and the next one', async () => {
    let heard: object = {};
    answerAll = async request => {
      if ('texts' in request) heard = request;
      return {};
    };
    const client = await connectControl(folder);
    const text = '/ip firewall address-list add list=a address=10.0.0.1\n'.repeat(100_000);
    const [applied, settled] = [
      client.request('apply', { files: ['a'], texts: [{ file: 'a', text }] }),
      client.request('settled'),
    ];
    await applied;
    expect(heard).toMatchObject({ texts: [{ text }] });
    await settled;
    client.close();
  });

  it('a line without end → the client is cut off, others are served', async () => {
    const client = await raw();
    client.socket.on('error', () => {});
    const cut = new Promise(resolve => client.socket.once('close', resolve));
    client.socket.write('x'.repeat(17 << 20));
    await cut;
    const other = await connectControl(folder);
    expect(await other.request('settled')).toEqual({});
    other.close();
  });
});

describe('events', () => {
  it('subscribed → heard; not subscribed → not', async () => {
    const [one, other] = await Promise.all([connectControl(folder), connectControl(folder)]);
    const heard: string[] = [];
    one.on(event => heard.push(`one ${event.type}`));
    other.on(event => heard.push(`other ${event.type}`));
    await one.request('subscribe');
    emit(link);
    await Promise.all([one.request('settled'), other.request('settled')]);
    expect(heard).toEqual(['one link']);
    one.close();
    other.close();
  });

  it('subscribed twice → heard once', async () => {
    const client = await connectControl(folder);
    const heard: string[] = [];
    client.on(({ type }) => heard.push(type));
    await client.request('subscribe');
    await client.request('subscribe');
    emit(link);
    await client.request('settled');
    expect(heard).toEqual(['link']);
    client.close();
  });

  it('resumed where it stopped → what came meanwhile, then the rest; each once', async () => {
    const client = await connectControl(folder);
    const heard: number[] = [];
    client.on((_, { seq: number }) => heard.push(number));
    for (let i = 0; i < 3; i++) emit(link);
    expect(await client.request('subscribe', { since: { run: 'run', seq: 1 } })).toEqual({
      ...{ run: 'run', seq: 3, missed: false },
    });
    emit(link);
    await client.request('subscribe', { since: { run: 'run', seq: 0 } });
    expect(heard).toEqual([2, 3, 4]);
    client.close();
  });

  it('rates are asked for, and not any more → heard until then', async () => {
    const client = await connectControl(folder);
    const heard: number[] = [];
    client.onRates(({ overMs }) => heard.push(overMs));
    const tell = (overMs: number): void => {
      for (const one of ofRates) one({ at: '', overMs, lines: {}, interfaces: {} });
    };
    await client.request('subscribe');
    tell(1);
    await client.request('subscribe', { rates: true });
    tell(2);
    await client.request('subscribe');
    tell(3);
    await client.request('settled');
    expect(heard).toEqual([2]);
    client.close();
  });

  it('a subscriber vanishes → its subscription ends, the gateway goes on', async () => {
    const client = await connectControl(folder);
    await client.request('subscribe');
    expect(listeners.size).toBe(1);
    client.close();
    while (listeners.size > 0) await new Promise(resolve => setTimeout(resolve, 1));
    emit(link);
    const other = await connectControl(folder);
    expect(await other.request('settled')).toEqual({});
    other.close();
  });

  it('a subscriber never reads → cut off before it fills the memory', async () => {
    const client = await raw();
    client.socket.write('{"v":1,"id":1,"type":"subscribe"}\n');
    while (listeners.size === 0) await new Promise(resolve => setTimeout(resolve, 1));
    client.socket.pause();
    const large: GatewayEvent = { ...link, interface: 'x'.repeat(1 << 20) };
    for (let i = 0; i < 64 && listeners.size > 0; i++) {
      emit(large);
      await new Promise(resolve => setImmediate(resolve));
    }
    while (listeners.size > 0) await new Promise(resolve => setTimeout(resolve, 1));
    client.socket.destroy();
  });
});

it('the gateway ends while a client asks → it gets its answer, then the line is closed', async () => {
  let finish: ((value: ControlMessageValue) => void) | undefined;
  answer = () =>
    new Promise(resolve => {
      finish = resolve;
    });
  const client = await connectControl(folder);
  const stop = client.request('stop');
  while (!finish) await new Promise(resolve => setTimeout(resolve, 1));
  const closed = server.close();
  finish?.({ undone: true });
  expect(await stop).toEqual({ undone: true });
  await Promise.all([closed, client.closed]);
  await expect(client.request('routes')).rejects.toBeInstanceOf(EnvironmentError);
});

describe('a client: its gateway says what it does not know', () => {
  it.each([
    ['no JSON', 'hello'],
    ['no type that exists', '{"v":1,"type":"news"}'],
    ['an event without its number', '{"v":1,"type":"event","event":{"type":"ready","atMs":1}}'],
    ['another version', '{"v":2,"type":"hello","pid":1}'],
  ])('%s → who waits is told, nothing more is heard, the connection ends', async (_what, line) => {
    const [ours, theirs] = duplexPair();
    const client = controlClient(ours);
    const heard: string[] = [];
    client.on(({ type }) => heard.push(type));
    const asked = client.request('status');
    theirs.write(`${line}\n{"v":1,"type":"event","seq":2,"time":"","event":{"type":"link","atMs":1}}\n`);
    await expect(asked).rejects.toThrow('does not know');
    await client.closed;
    expect(heard).toEqual([]);
    await expect(client.request('status')).rejects.toThrow('does not know');
  });
});
