import { expect, it } from 'vitest';
import { noOrigin } from '../../model/index.ts';
import { EnvironmentError } from '../../sys/index.ts';
import type { Host } from '../host.ts';
import type { KernelRoute } from '../types.ts';
import { hurry } from './hurry.ts';
import type { KernelProgram } from './kernel-program.ts';
import { newPass } from './pass.ts';

const origin = noOrigin;
const route = (table: number, name: string) => ({
  ...{ table, destination: '0.0.0.0/0' as const, type: 'unicast' as const, origin },
  nextHops: [{ interface: name, weight: 1 }],
});
const held = (elements: readonly number[]) => [{ name: 'held', type: 'mark' as const, elements }];
const program: KernelProgram = {
  ...{ sysctls: [], devices: [], up: [], addresses: [], rules: [], tc: [] },
  routes: [route(1, 'w1'), route(2, 'w2')],
  nft: { family: 'inet', table: 'jalur', text: '', sets: held([1, 2]) },
};
/** The first line is dead: its table leads to the other, one of its own is gone. */
const after: KernelProgram = {
  ...program,
  routes: [route(1, 'w2'), route(3, 'w2')],
  nft: { ...program.nft, sets: held([2]) },
};

/** What is asked of the kernel in turn, where `applied` was applied last; `generation`: of nftables now. */
function asked(applied: KernelProgram | undefined, next: KernelProgram, generation = 7, refuses = '') {
  const calls: string[] = [];
  const call = (name: string) => (one: KernelRoute) => {
    calls.push(`${name} ${one.table}`);
    if (name === refuses) throw new EnvironmentError('KERNEL_REFUSED', 'no', 'See ip route.');
  };
  const port = {
    ...{ replaceRoute: call('replace'), addRoute: call('add'), deleteRoute: call('delete') },
    fillSets: () => calls.push('fill'),
    rulesetGeneration: () => generation,
  };
  const memory = { applied, nft: { text: '', generation: 7 } };
  const pass = newPass({ port, memory } as unknown as Host);
  hurry(pass, next);
  return { calls, changes: pass.changes.length, problems: pass.problems };
}

it('hurry: a line is dead → routes, sets, then what is gone, and nothing is looked at', () => {
  expect(asked(program, after).calls).toEqual(['replace 1', 'add 3', 'fill', 'delete 2']);
});

it('hurry: routes of hosts and of all the rest change → the rest first', () => {
  const host = (table: number, name: string) => ({
    ...route(table, name),
    destination: '9.9.9.9/32' as const,
  });
  const before = { ...program, routes: [host(1, 'w1'), route(2, 'w1')] };
  const changed = { ...program, routes: [host(1, 'w2'), route(2, 'w2')] };
  expect(asked(before, changed).calls).toEqual(['replace 2', 'replace 1']);
});

it('hurry: nothing was applied, or the same → nothing', () => {
  expect(asked(undefined, after).calls).toEqual([]);
  expect(asked(program, { ...program }).calls).toEqual([]);
});

it('hurry: somebody else changed nftables → no set is touched before it was looked at', () => {
  expect(asked(program, after, 8).calls).toEqual(['replace 1', 'add 3', 'delete 2']);
});

it('hurry: other addresses or rules are wanted → everything in its order', () => {
  const address = { interface: 'w1', address: { address: '10.1.0.3', length: 24 }, origin } as const;
  const action = { kind: 'lookup', table: 3 } as const;
  const rules = [{ family: 'ipv4', priority: 27_003, action, origin } as const];
  expect(asked(program, { ...after, addresses: [address] }).calls).toEqual([]);
  expect(asked(program, { ...after, rules }).calls).toEqual([]);
});

it('hurry: the kernel refuses one → the others, and whoever looks says so', () => {
  const { calls, changes, problems } = asked(program, after, 7, 'replace');
  expect([calls.length, changes, problems]).toEqual([4, 3, []]);
});
