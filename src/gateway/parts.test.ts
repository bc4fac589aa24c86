import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { noOrigin } from '../model/index.ts';
import { conditionBook } from './conditions.ts';
import { connectionsByMark } from './counters.ts';
import { fibDifferences } from './fib.ts';
import type { FibRoute } from './ipc.ts';
import { journal } from './journal.ts';
import { pacer } from './pacer.ts';
import { readSavedWorld, worldSaver } from './saved-world.ts';
import { persistentSeed } from './state-dir.ts';
import { worldBook } from './world-book.ts';

const dir = mkdtempSync(join(tmpdir(), 'gateway-parts-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('pacer', () => {
  it('runs one at a time and does once what was asked for meanwhile', async () => {
    const runs: string[][] = [];
    let inside = 0;
    const pace = pacer(async causes => {
      expect(++inside).toBe(1);
      runs.push(causes.map(({ reason }) => reason));
      if (runs.length === 1) for (const reason of ['b', 'c']) pace.ask(reason, true);
      await new Promise(resolve => setImmediate(resolve));
      inside--;
    });
    pace.ask('a', true);
    await pace.settled();
    expect(runs).toEqual([['a'], ['b', 'c']]);
  });

  it('gathers what is not urgent, and lets an urgent one take it along', async () => {
    const runs: string[][] = [];
    const pace = pacer(async causes => void runs.push(causes.map(({ reason }) => reason)));
    pace.ask('slow');
    pace.ask('slower');
    pace.ask('now', true);
    await pace.settled();
    expect(runs).toEqual([['slow', 'slower', 'now']]);
  });

  it('starts nothing after it was stopped', async () => {
    let runs = 0;
    const pace = pacer(async () => void runs++);
    pace.ask('never');
    await pace.stop();
    pace.ask('never', true);
    await pace.settled();
    expect(runs).toBe(0);
  });
});

describe('what outlives a restart', () => {
  it('is the seed, unless another is given', () => {
    const seed = persistentSeed(dir);
    expect(persistentSeed(dir)).toBe(seed);
    expect(persistentSeed(dir, 7)).toBe(7);
    expect(persistentSeed(dir)).toBe(7);
    writeFileSync(join(dir, 'seed'), 'nonsense');
    expect(Number.isInteger(persistentSeed(dir))).toBe(true);
  });

  it('is the known world, written only when it changed', () => {
    const save = worldSaver(dir);
    save({ leases: {}, unreachable: ['ping 8.8.4.4%ether1'] });
    expect(readSavedWorld(dir)?.unreachable).toEqual(['ping 8.8.4.4%ether1']);
    const file = join(dir, 'world.json');
    writeFileSync(file, 'changed by a test');
    save({ leases: {}, unreachable: ['ping 8.8.4.4%ether1'] });
    expect(readFileSync(file, 'utf8')).toBe('changed by a test');
    expect(readSavedWorld(dir)).toBeUndefined();
  });
});

describe('fibDifferences', () => {
  const hop = { address: '10.10.10.1', interface: 'ether1', weight: 1 } as const;
  const wanted = {
    table: 27_001,
    destination: '0.0.0.0/0',
    type: 'unicast',
    nextHops: [hop],
    origin: noOrigin,
  } as const;
  const tables = [{ name: 'to_ISP1', id: 27_001 }];
  const held: FibRoute = { ...wanted, table: 'to_ISP1', tableId: 27_001, protocol: 27 };

  it('is empty where the kernel is in step, whatever others have', () => {
    const foreign = { ...held, destination: '10.0.0.0/8', protocol: 3 } as const;
    expect(fibDifferences({ routes: [wanted], tables }, [held, foreign], 27)).toEqual([]);
  });

  it('names what is missing and what is too much', () => {
    const other = { ...held, nextHops: [{ ...hop, interface: 'ether2' }] };
    expect(fibDifferences({ routes: [wanted], tables }, [other], 27)).toEqual([
      'The kernel lacks 0.0.0.0/0 via 10.10.10.1 dev ether1 in to_ISP1.',
      'The kernel still has 0.0.0.0/0 via 10.10.10.1 dev ether2 in to_ISP1.',
    ]);
  });
});

describe('books', () => {
  it('of conditions tell each once, and forget what is mended', () => {
    const told: string[] = [];
    const book = conditionBook(({ what }) => told.push(what));
    const one = { code: 'test/one', severity: 'error', what: 'one', do: '' } as const;
    book.keep('apply', [one]);
    book.keep('apply', [one]);
    expect(told).toEqual(['one']);
    book.keep('apply', []);
    expect(book.list()).toEqual([]);
  });

  it('of decisions keep the latest 200', () => {
    const list = journal();
    for (let i = 0; i < 205; i++) list.add({ atMs: i, durationMs: 0, reason: '', changes: [] });
    expect(list.entries().map(({ atMs }) => atMs)).toEqual(Array.from({ length: 200 }, (_, i) => i + 5));
  });

  it('of the world tell which links turned', () => {
    const book = worldBook();
    const link = (name: string, running: boolean) =>
      ({
        ...{ index: 1, name, running, up: true, kind: '', mtu: 1500, mac: '', alias: '', master: 0 },
        counters,
      }) as const;
    const counters = {
      ...{ rxPackets: 0, txPackets: 0, rxBytes: 0, txBytes: 0 },
      ...{ rxErrors: 0, txErrors: 0, rxDropped: 0, txDropped: 0 },
    };
    const turned = (...links: ReturnType<typeof link>[]) =>
      book.observe(links, []).map(({ name, running }) => `${name} ${running}`);
    expect(turned(link('lo', true), link('ether1', true), link('ether2', false))).toEqual(['ether1 true']);
    expect(turned(link('ether1', false), link('ether2', true))).toEqual(['ether1 false', 'ether2 true']);
    expect(turned(link('ether1', false))).toEqual(['ether2 false']);
  });

  it('of connections count by mark, what has none last', () => {
    const mark = (name: string, value: number) => ({ kind: 'connection', name, value, mask: 0xff }) as const;
    const counted = connectionsByMark(
      [{ mark: 1 }, { mark: 0x4000_0001 }, { mark: 2 }, { mark: 0 }],
      [mark('ISP1', 1), mark('ISP2', 2)],
    );
    expect(counted.map(({ connections }) => connections)).toEqual([2, 1, 1]);
  });
});
