import { describe, expect, it } from 'vitest';
import type { ProgramSet } from '../../linux/index.ts';
import { movedBuckets } from '../../pcc/index.ts';
import { assumedWorld, computeRib, type World } from '../../rib/index.ts';
import { readRouterOs } from '../../rsc/index.ts';
import { compileLinux, type LinuxCompilation, type SharedRules } from '../index.ts';
import { threeLines } from '../testing/index.ts';
import type { Sharing } from './index.ts';

function compiled({
  text = threeLines,
  shares = {},
  ...world
}: Partial<World> & { text?: string; shares?: Sharing } = {}): LinuxCompilation {
  const { router } = readRouterOs(text, { file: 'three.rsc' });
  const now = { ...assumedWorld(router, {}), ...world };
  return compileLinux(router, computeRib(router, now), now, { seed: 1, shares });
}

const tableOf = (one: LinuxCompilation): SharedRules => one.shares[0] as SharedRules;
const mapOf = ({ program: { nft } }: LinuxCompilation) =>
  nft.sets?.find((set): set is Extract<ProgramSet, { type: 'buckets' }> => set.type === 'buckets');
const countOf = (table: readonly string[], mark: string) => table.filter(one => one === mark).length;
const without = (text: string) => text.replace(/ *elements = .*\n/g, '');

describe('rules that divide connections', () => {
  it('asked for → one hash of 256 buckets and one map, by the weights of the text', () => {
    const one = compiled();
    const { table, weights, dead } = tableOf(one);
    expect(weights.map(({ owner, weight }) => `${owner} ${weight}`)).toEqual(['one 2', 'two 1', 'three 1']);
    expect(['one', 'two', 'three'].map(mark => countOf(table, mark))).toEqual([128, 64, 64]);
    expect(dead).toEqual([]);
    expect(one.program.nft.text.match(/jhash .* mod 256 seed 0x1 vmap @\w+/g)).toHaveLength(1);
    expect(one.program.nft.text).not.toContain('mod 4');
    expect(mapOf(one)?.elements).toHaveLength(256);
  });

  it('a bucket → the chain of a rule that gives the mark of its owner; rules of one mark share its buckets', () => {
    const one = compiled();
    const chains = mapOf(one)?.elements ?? [];
    const marks = ['one', 'one', 'two', 'three'];
    expect(chains.map(chain => marks[Number(chain.at(-1))])).toEqual(tableOf(one).table);
    expect(new Set(chains).size).toBe(4);
  });

  it('not asked for → PCC as it stands', () => {
    const { router } = readRouterOs(threeLines, { file: 'three.rsc' });
    const world = assumedWorld(router, {});
    const one = compileLinux(router, computeRib(router, world), world, { seed: 1 });
    expect(one.shares).toEqual([]);
    expect(one.program.nft.text).toContain('mod 4 seed 0x1');
    expect(one.program.nft.sets ?? []).toEqual([]);
  });

  it('a remainder that nobody takes → PCC as it stands, said in a warning', () => {
    const text = threeLines.replace(/.*:4\/3.*\n/, '');
    const one = compiled({ text });
    expect(one.shares).toEqual([]);
    expect(one.program.nft.text).toContain('mod 4 seed 0x1');
    expect(one.diagnostics.map(({ id }) => id)).toContain('compile/not-divided');
  });

  it('divided → said, with what each mark gets', () => {
    const said = compiled().diagnostics.find(({ id }) => id === 'compile/divided');
    expect(said?.what).toContain('one 50.0 %, two 25.0 %, three 25.0 %');
  });
});

describe('a line dies', () => {
  const healthy = compiled();
  const dead = compiled({ downLines: ['ether2'] });

  it('its buckets alone move, to both others by their weights', () => {
    const [before, now] = [tableOf(healthy).table, tableOf(dead).table];
    expect(tableOf(dead).dead).toEqual(['two']);
    expect(before.every((mark, bucket) => mark === 'two' || mark === now[bucket])).toBe(true);
    expect([countOf(now, 'one'), countOf(now, 'three')].map(count => count / 256)).toEqual([
      expect.closeTo(2 / 3, 2),
      expect.closeTo(1 / 3, 2),
    ]);
  });

  it('the table that is loaded is the same but for elements of the map', () => {
    expect(without(dead.program.nft.text)).toBe(without(healthy.program.nft.text));
    expect(tableOf(dead).home).toEqual(tableOf(healthy).home);
  });

  it('a gateway that does not answer, at RouterOS’s pace → the same', () => {
    const { router } = readRouterOs(threeLines, { file: 'three.rsc' });
    const { checks } = computeRib(router, assumedWorld(router, {}));
    const unreachable = checks.filter(({ address }) => address === '20.20.20.1').map(({ key }) => key);
    expect(tableOf(compiled({ unreachable })).dead).toEqual(['two']);
  });

  it('all lines are dead → nobody’s buckets move', () => {
    const none = compiled({ downLines: ['ether1', 'ether2', 'ether3'] });
    expect(tableOf(none).table).toEqual(tableOf(healthy).table);
  });
});

describe('other weights', () => {
  it('given by mark → only what must move does, and the loaded table is the same', () => {
    const before = compiled();
    const now = compiled({ shares: { weights: { one: 150, two: 100, three: 150 }, before: before.shares } });
    expect(['one', 'two', 'three'].map(mark => countOf(tableOf(now).table, mark))).toEqual([96, 64, 96]);
    expect(movedBuckets(tableOf(before).table, tableOf(now).table)).toBe(32);
    expect(without(now.program.nft.text)).toBe(without(before.program.nft.text));
  });

  it('a line goes from the text → the others keep their buckets', () => {
    const before = compiled();
    const text = threeLines.replace(/.*:4\/3.*\n/, '').replaceAll(':4/', ':3/');
    const now = tableOf(compiled({ text, shares: { before: before.shares } })).table;
    expect(tableOf(before).table.every((mark, i) => mark === 'three' || mark === now[i])).toBe(true);
  });
});
