import { expect, it } from 'vitest';
import type { LabClient } from '../build/lab.ts';
import { mixed, type ProbedPair, pairs } from './pairs.ts';

const clients = ['c1', 'c2', 'c3', 'c4'].map(name => ({ name }) as LabClient);
const lab = (servers: number) => ({
  clients,
  internet: { servers: Array.from({ length: servers }, (_, index) => `s${index}`) } as never,
});

it.each([5, 250, 254, 320, 1000])(
  'repeats no pair of 4 clients and %i servers before all were there',
  servers => {
    const names = pairs(lab(servers), 4 * servers).map(({ client, address }) => `${client.name} ${address}`);
    expect(new Set(names).size).toBe(4 * servers);
  },
);

it('lets clients take turns', () => {
  expect(pairs(lab(1000), 5).map(({ client }) => client.name)).toEqual(['c1', 'c2', 'c3', 'c4', 'c1']);
});

it('takes pairs as they come, but enough of every ISP', () => {
  const probed = ['a', 'a', 'a', 'a', 'a', 'b', 'a', 'b'].map(
    (via, index) => ({ via, address: `${index}` }) as ProbedPair,
  );
  expect(mixed(probed, 4, 2).map(({ address }) => address)).toEqual(['0', '1', '5', '7']);
  expect(mixed(probed, 4, 1).map(({ address }) => address)).toEqual(['0', '1', '2', '5']);
  expect(mixed(probed.slice(0, 5), 4, 2)).toHaveLength(4);
});
