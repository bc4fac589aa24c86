import { expect, it } from 'vitest';
import type { FirewallRule, Matcher } from '../../../model/index.ts';
import { computeRib } from '../../../rib/index.ts';
import { compileLinux } from '../../compile.ts';
import type { LinuxOptions } from '../../context.ts';
import { firewall, paperRouter, paperRules, paperWorld, rule, yes } from '../../testing/index.ts';

const compile = (rules: readonly FirewallRule[], options: Partial<LinuxOptions> = {}): string => {
  const [router, world] = [paperRouter({ firewall: firewall(rules) }), paperWorld()];
  return compileLinux(router, computeRib(router, world), world, { seed: 1, ...options }).program.nft.text;
};
const fresh = (text: string): readonly string[] =>
  [...text.matchAll(/chain (\w+_fresh_\d) \{\n([^}]*)\}/g)].map(([, , body = '']) => body.trim());

it('a connection without any mark → its mark is set whole, its route is chosen, and nothing else is asked', () => {
  const text = compile(paperRules());
  const asked = text.split('\n').filter(line => line.includes('jhash'));
  expect(asked[0]).toMatch(/^ +ct mark 0x00000000 .*jhash .* vmap @\w+_fresh /);
  expect(asked[1]).toMatch(/^ +ct mark & 0x000000ff == 0x00000000 .*jhash /);
  const chains = fresh(text);
  expect(chains).toHaveLength(3);
  expect(chains[2]?.split(/\n +/)).toEqual([
    expect.stringMatching(/^counter ct mark set 0x00000002 comment "paper.rsc:9"$/),
    expect.stringMatching(/^counter meta mark set .* \| 0x00000002 accept comment "paper.rsc:11"$/),
  ]);
});

const pcc = (remainder: number, mark: string, ...more: readonly Matcher[]) =>
  rule(
    'mangle',
    'prerouting',
    [
      yes({ kind: 'in-interface', interface: 'ether4' }),
      ...more,
      yes({ kind: 'per-connection-classifier', fields: 'both-addresses', denominator: 2, remainder }),
    ],
    { kind: 'mark-connection', mark, passthrough: true },
    remainder + 1,
  );
const lead = paperRules().filter(
  ({ action, chain }) => action.kind === 'mark-routing' && chain === 'prerouting',
);
const unmarked = yes({ kind: 'connection-mark', mark: 'no-mark' });

it.each([
  [
    'the rules do not ask for connections without a mark',
    [pcc(0, 'ISP1_conn'), pcc(1, 'ISP2_conn'), ...lead],
  ],
  ['a mark leads nowhere', [pcc(0, 'ISP1_conn', unmarked), pcc(1, 'other', unmarked), ...lead]],
])('%s → asked the usual way', (_, rules) => {
  expect(fresh(compile(rules))).toEqual([]);
  expect(
    fresh(compile([pcc(0, 'ISP1_conn', unmarked), pcc(1, 'ISP2_conn', unmarked), ...lead])),
  ).toHaveLength(2);
});

it.each([
  ['plain', { plain: true }],
  ['exact counters', { exactCounters: true }],
  ['buckets instead of a remainder', { shares: {} }],
])('%s → asked the usual way', (_, options) => {
  expect(fresh(compile(paperRules(), options))).toEqual([]);
});
