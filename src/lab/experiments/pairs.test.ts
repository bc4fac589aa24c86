import { expect, it } from 'vitest';
import type { LabClient } from '../lab.ts';
import { pairs } from './pairs.ts';

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
