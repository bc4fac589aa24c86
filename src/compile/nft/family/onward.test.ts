import { expect, it } from 'vitest';
import type { FirewallRule, Matcher } from '../../../model/index.ts';
import { computeRib } from '../../../rib/index.ts';
import { compileLinux } from '../../compile.ts';
import { firewall, paperRouter, paperWorld, rule, yes } from '../../testing/index.ts';

const lan = yes({ kind: 'in-interface', interface: 'ether4' });
const unmarked = yes({ kind: 'connection-mark', mark: 'no-mark' });
const mark = (remainder: number, name: string, ...more: readonly Matcher[]) =>
  rule(
    'mangle',
    'prerouting',
    [
      lan,
      ...more,
      yes({ kind: 'per-connection-classifier', fields: 'both-addresses', denominator: 2, remainder }),
    ],
    { kind: 'mark-connection', mark: name, passthrough: true },
    remainder + 1,
  );
const lead = (name: string, passthrough: boolean) =>
  rule(
    'mangle',
    'prerouting',
    [lan, yes({ kind: 'connection-mark', mark: `${name}_conn` })],
    { kind: 'mark-routing', mark: `to_${name}`, passthrough },
    name === 'ISP1' ? 11 : 12,
  );
const marks = [mark(0, 'ISP1_conn', unmarked), mark(1, 'ISP2_conn', unmarked)];
const leads = (passthrough: boolean) => [lead('ISP1', passthrough), lead('ISP2', passthrough)];
const between = rule('mangle', 'prerouting', [lan, yes({ kind: 'protocol', protocol: 'icmp' })], {
  kind: 'accept',
});

/** The chains' lines that set connection marks of the first rules. */
function marking(rules: readonly FirewallRule[], plain = false): readonly string[] {
  const [router, world] = [paperRouter({ firewall: firewall(rules) }), paperWorld()];
  const { text } = compileLinux(router, computeRib(router, world), world, { seed: 1, plain }).program.nft;
  return text.split('\n').filter(line => / ct mark set .*paper.rsc:[12]"$/.test(line));
}

it('what has just been marked → goes to the rule of its mark, without a look-up', () => {
  const [first, second] = marking([...marks, ...leads(false)]);
  expect(first).toMatch(/goto by_\w+_1_0 comment "paper.rsc:1"$/);
  expect(second).toMatch(/goto by_\w+_1_1 comment "paper.rsc:2"$/);
});

it('the rules of marks pass on, and nothing follows → the same', () => {
  expect(marking([...marks, ...leads(true)]).join()).toMatch(/goto by_\w+_1_0/);
});

it.each([
  ['the rules of marks pass on to another', [...marks, ...leads(true), between]],
  ['another is between', [...marks, between, ...leads(false)]],
  [
    'what belongs to no connection would be marked, too',
    [mark(0, 'ISP1_conn'), mark(1, 'ISP2_conn'), ...leads(false)],
  ],
])('%s → each is asked in turn', (_, rules) => {
  const found = marking(rules);
  expect(found.length).toBeGreaterThan(1);
  expect(found.join()).not.toContain('goto');
});

it('asked to be plain → each is asked in turn', () => {
  expect(marking([...marks, ...leads(false)], true).join()).not.toContain('goto');
});
