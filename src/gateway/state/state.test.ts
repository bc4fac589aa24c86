import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Lease } from '../../rib/index.ts';
import {
  beginTrial,
  dropLines,
  dropTrial,
  dropWorld,
  isTried,
  keepSeed,
  readSavedWorld,
  saveWorld,
  seedFor,
  settleTrial,
  storedLeases,
  storedLines,
  storedShares,
  storedTrial,
  storeLeases,
  storeLines,
  storeShares,
} from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'gateway-state-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('seed: kept → the same at the next start, unless another is given; asking for it keeps nothing', () => {
  keepSeed(dir, 5);
  expect(seedFor(dir)).toBe(5);
  expect(seedFor(dir, 7)).toBe(7);
  expect(seedFor(dir)).toBe(5);
  expect(statSync(join(dir, 'seed')).mode & 0o777).toBe(0o600);
});

it('seed: its file is spoilt → a new one', () => {
  writeFileSync(join(dir, 'seed'), 'nonsense');
  expect(Number.isInteger(seedFor(dir))).toBe(true);
});

it('seed: cut off while it was written → a new one, not 0; written again only where it differs', () => {
  const file = join(dir, 'seed');
  keepSeed(dir, 123_456);
  writeFileSync(file, '');
  expect([seedFor(dir), seedFor(dir), seedFor(dir)]).not.toEqual([0, 0, 0]);
  writeFileSync(file, '123');
  expect(seedFor(dir)).not.toBe(123);
  keepSeed(dir, 5);
  const { ino } = statSync(file);
  keepSeed(dir, 5);
  expect([statSync(file).ino, seedFor(dir)]).toEqual([ino, 5]);
});

it('saved world: written, then spoilt → read back, then unknown', () => {
  saveWorld(dir, { leases: {}, unreachable: ['ping 8.8.4.4%ether1'] });
  expect(readSavedWorld(dir)?.unreachable).toEqual(['ping 8.8.4.4%ether1']);
  writeFileSync(join(dir, 'world.json'), 'spoilt');
  expect(readSavedWorld(dir)).toBeUndefined();
});

it('saved world: dropped, once and again → unknown, and no file is left', () => {
  saveWorld(dir, { leases: {}, unreachable: [] });
  dropWorld(dir);
  dropWorld(dir);
  expect(readSavedWorld(dir)).toBeUndefined();
  expect(readdirSync(dir).filter(name => name.startsWith('world'))).toEqual([]);
});

describe('stored lines', () => {
  const home = { cookie: '7', boot: 'this' };
  const lines = {
    watched: [],
    awaited: [],
    judgements: {},
    unreachable: [],
    uplinks: [],
    isReleased: false,
    isHeld: true,
  };

  it('written → read back by the same namespace and boot alone, until they are dropped', () => {
    storeLines(dir, home, lines);
    expect(storedLines(dir, home)).toEqual(lines);
    expect(storedLines(dir, { ...home, boot: 'next' })).toBeUndefined();
    expect(storedLines(dir, { ...home, cookie: '8' })).toBeUndefined();
    dropLines(dir);
    expect(storedLines(dir, home)).toBeUndefined();
  });
});

describe('stored trial', () => {
  const [old, fresh] = [new Map([['a.rsc', 'old']]), new Map([['b.rsc', 'new']])];

  it('written → the texts before it, and whether a text is the one on trial, whatever its file is called', () => {
    beginTrial(dir, fresh, { texts: old, source: ['/etc/a.rsc'] });
    const found = storedTrial(dir);
    expect(found?.before).toEqual({ source: ['/etc/a.rsc'], texts: [{ file: 'a.rsc', text: 'old' }] });
    expect(found && isTried(found, new Map([['c.rsc', 'new']]))).toBe(true);
    expect(found && isTried(found, old)).toBe(false);
    expect(statSync(join(dir, 'trial.json')).mode & 0o777).toBe(0o600);
    dropTrial(dir);
    expect(storedTrial(dir)).toBeUndefined();
  });

  const texts = (text: string) => new Map([['a.rsc', text]]);
  const isRefused = (text: string) => {
    const found = storedTrial(dir);
    return found !== undefined && isTried(found, texts(text));
  };
  const before = () => storedTrial(dir)?.before.texts.map(({ text }) => text);

  it('tried one after the other → each is known, until one of them stays', () => {
    beginTrial(dir, texts('b'), { texts: texts('a') });
    beginTrial(dir, texts('c'), { texts: texts('a') });
    expect([['a', 'b', 'c'].map(isRefused), before()]).toEqual([[false, true, true], ['a']]);
    settleTrial(dir, { texts: texts('c') });
    expect([['a', 'b', 'c'].map(isRefused), before()]).toEqual([[false, true, false], ['c']]);
    settleTrial(dir, { texts: texts('b') });
    expect(storedTrial(dir)).toBeUndefined();
  });

  it('tried over the same texts → nothing that must not be run', () => {
    beginTrial(dir, texts('a'), { texts: texts('a') });
    expect(storedTrial(dir)).toBeUndefined();
  });

  it('written by a gateway that knew one alone → known', () => {
    const applied = createHash('sha256').update('b').digest('hex');
    const of = { source: ['a.rsc'], texts: [{ file: 'a.rsc', text: 'a' }] };
    writeFileSync(join(dir, 'trial.json'), JSON.stringify({ format: 1, applied, before: of }));
    expect(['a', 'b'].map(isRefused)).toEqual([false, true]);
  });

  it('spoilt → none', () => {
    writeFileSync(join(dir, 'trial.json'), '{"format":1}');
    expect(storedTrial(dir)).toBeUndefined();
  });
});

describe('stored leases', () => {
  const lease: Lease = {
    ...{ interface: 'ether1', address: { address: '10.10.10.254', length: 24 }, gateway: '10.10.10.1' },
    ...{
      dns: ['1.1.1.1'],
      leaseTime: 3_600_000,
      mtu: 1492,
      routes: [{ destination: '10.0.0.0/8', gateway: '10.10.10.9' }],
    },
  };
  const one = { line: 'ether1', lease, obtainedAt: 1000, expiresAt: 3_601_000 };

  it('written → read back until it expires, and not before it was obtained', () => {
    storeLeases(dir, [one]);
    expect(storedLeases(dir, 3_600_999)).toEqual([one]);
    expect(storedLeases(dir, 3_601_000)).toEqual([]);
    expect(storedLeases(dir, 999)).toEqual([]);
    expect(statSync(join(dir, 'wan-leases.json')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['no file', undefined],
    ['no JSON', 'spoilt'],
    [
      'no address',
      JSON.stringify([{ ...one, lease: { ...lease, address: { address: '10.10.10', length: 24 } } }]),
    ],
    [
      'a length of 33',
      JSON.stringify([{ ...one, lease: { ...lease, address: { address: '10.1.1.1', length: 33 } } }]),
    ],
    ['routes that lead nowhere', JSON.stringify([{ ...one, lease: { ...lease, routes: [{}] } }])],
  ])('%s → none', (_, text) => {
    rmSync(join(dir, 'wan-leases.json'), { force: true });
    if (text !== undefined) writeFileSync(join(dir, 'wan-leases.json'), text);
    expect(storedLeases(dir, 2000)).toEqual([]);
  });
});

describe('shares that followed the lines', () => {
  const shares = {
    stated: [{ line: 'ether1', weight: 1 }],
    options: { isAdaptive: true, spills: false },
    ...{ scale: 2e6, capacities: { ether1: 3e6 }, weights: { one: 0.3, two: 0.7 } },
  };
  const hour = 3_600_000;

  it.each([
    ['a minute ago', 60_000, true],
    ['an hour ago', hour, false],
    ['in the future: the clock was set back', -60_000, false],
  ])('written %s → used: see the row', (_, ageMs, isUsed) => {
    storeShares(dir, shares, 10 * hour);
    expect(storedShares(dir, 10 * hour + ageMs)).toEqual(isUsed ? shares : undefined);
  });

  it.each(['', '{}', 'null', '{"format":1,"savedAt":1,"shares":{"stated":[{"line":1}]}}'])(
    'spoilt: %j → unknown',
    text => {
      writeFileSync(join(dir, 'shares.json'), text);
      expect(storedShares(dir, 2)).toBeUndefined();
    },
  );
});
