import { expect, it } from 'vitest';
import { makeRouter, makeRule, noRules } from '../model/index.ts';
import type { Family } from '../net/index.ts';
import { assumedWorld, computeRib } from '../rib/index.ts';
import { assumptionsOf, makePacket, newState, prepare, walk } from './index.ts';

const rule = (family: Family, action: 'accept' | 'drop') =>
  makeRule({ family, table: 'raw', chain: 'prerouting', action: { kind: action } });
const router = makeRouter({
  firewall: {
    ipv4: { ...noRules, raw: [rule('ipv4', 'accept')] },
    ipv6: { ...noRules, raw: [rule('ipv6', 'drop')] },
  },
});

it.each<[Family | undefined, string]>([
  [undefined, 'accept'],
  ['ipv4', 'accept'],
  ['ipv6', 'drop'],
])('a walk prepared for %s → takes the rules of that family: %s', (family, action) => {
  const world = assumedWorld(router, {});
  const rib = computeRib(router, world);
  const prepared = prepare(router, rib, world, { engine: 'routeros', seed: 0, family });
  const trace = walk(prepared, newState(), makePacket({ in: 'ether1', src: '10.0.0.2', dst: '10.0.0.3' }));
  const acted = trace.steps.flatMap(step => (step.kind === 'rule' ? [step.rule.action.kind] : []));
  expect(acted).toEqual([action]);
});

it('a text with enabled IPv6 rules → said not to be judged', () => {
  expect(assumptionsOf(router).map(({ kind }) => kind)).toEqual(['not-judged']);
  const off = { ...rule('ipv6', 'drop'), disabled: true };
  const disabled = makeRouter({ firewall: { ipv4: noRules, ipv6: { ...noRules, raw: [off] } } });
  expect(assumptionsOf(disabled)).toEqual([]);
});
