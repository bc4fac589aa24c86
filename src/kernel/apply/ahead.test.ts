import { expect, it } from 'vitest';
import { type ProgramRule, routeProtocol } from '../../linux/index.ts';
import { noOrigin } from '../../model/index.ts';
import type { KernelRule } from '../types.ts';
import { allowedRules, orderLocal } from './ahead.ts';

const family = 'ipv4';
const local: KernelRule = { family, priority: 0, action: { kind: 'lookup', table: 255 }, protocol: 2 };
const main: KernelRule = { family, priority: 32766, action: { kind: 'lookup', table: 254 }, protocol: 2 };
const other = (priority: number): KernelRule => ({ ...main, priority, protocol: 4 });
const bit = { value: 0x100, mask: 0x100 };
const ahead = { family, priority: 0, fwmark: bit, action: { kind: 'goto', target: 27001 } } as const;
const program: ProgramRule[] = [
  { ...ahead, origin: noOrigin },
  { family, priority: 27001, action: { kind: 'lookup', table: 27001 }, origin: noOrigin },
];
const held: KernelRule = { ...ahead, protocol: routeProtocol };
const moveRuleBehind = (): void => undefined;

const isAllowed = (
  now: readonly KernelRule[],
  port: Parameters<typeof allowedRules>[0] = { moveRuleBehind },
) => allowedRules(port, program, now).length === 2;

it.each([
  ['only the kernel’s own', [local, main], true],
  ['one of others behind it', [local, other(30_000), main], true],
  ['one of others on the way', [local, other(5210), main], false],
  ['one of others at its target', [local, other(27_001), main], false],
  ['one of others ahead of local', [other(0), local, main], false],
  ['local is elsewhere (a VRF)', [{ ...local, priority: 1000 }, main], false],
  ['one for IPv6 on the way', [local, { ...other(5210), family: 'ipv6' as const }, main], true],
])('the rule that leads past local: %s', (_, now, expected) => {
  expect(isAllowed(now)).toBe(expected);
});

it('a backend that cannot put local behind it → left out, the others stay', () => {
  expect(isAllowed([local, main], {})).toBe(false);
  expect(allowedRules({}, program, [local, main])).toEqual(program.slice(1));
});

const done = (now: readonly KernelRule[]): readonly string[] => {
  const [changes, steps]: [string[], string[]] = [[], []];
  const port = {
    moveRuleBehind: () => void steps.push('moved'),
    deleteRule: () => void steps.push('deleted'),
  };
  orderLocal({ host: { port }, changes, problems: [], dry: false } as never, now);
  expect(changes).toHaveLength(steps.length);
  return steps;
};

it.each([
  ['local first', [local, held, main], ['moved']],
  ['behind already', [held, local, main], []],
  ['twice, as one who was ended left it', [local, held, local, main], ['deleted']],
  ['twice, both before it', [local, local, held, main], ['moved']],
  ['none of ours', [local, main], []],
])('order: %s', (_, now, expected) => {
  expect(done(now)).toEqual(expected);
});
