import { describe, expect, it } from 'vitest';
import type { FirewallRule, Matcher } from '../../model/index.ts';
import { computeRib } from '../../rib/index.ts';
import { compileLinux } from '../compile.ts';
import { firewall, paperRouter, paperWorld, rule, yes } from '../testing/index.ts';

function lines(rules: readonly FirewallRule[]): string[] {
  const [router, world] = [paperRouter({ firewall: firewall(rules) }), paperWorld()];
  const { text } = compileLinux(router, computeRib(router, world), world, { seed: 1 }).program.nft;
  return text.split('\n').map(line => line.trim());
}

/** Conditions that keep a count of their own, and the nft text that counts. */
const counting: readonly (readonly [Matcher, RegExp])[] = [
  [yes({ kind: 'limit', count: 5, perMs: 1000, burst: 5, mode: 'packet' }), /limit rate/],
  [yes({ kind: 'nth', every: 2, packet: 1 }), /numgen inc/],
  [
    yes({ kind: 'dst-limit', count: 5, perMs: 1000, burst: 5, key: 'dst-address', expire: 10_000 }),
    /limit rate/,
  ],
  [yes({ kind: 'connection-limit', limit: 30, length: 0 }), /ct count/],
];
const tcp = yes({ kind: 'protocol', protocol: 'tcp' });
const eitherPort = yes({ kind: 'port', ports: [{ from: 80, to: 80 }] });

describe.each(counting)('a rule with $kind', (matcher, counts) => {
  it('two alternatives: one count for both, behind all other conditions', () => {
    const found = lines([rule('filter', 'forward', [matcher, tcp, eitherPort], { kind: 'drop' })]);
    expect(found.filter(line => counts.test(line))).toHaveLength(1);
    expect(found.filter(line => line.includes('jump helper0'))).toHaveLength(2);
    expect(found.find(line => counts.test(line))).toMatch(/ counter drop comment "paper.rsc:1"$/);
  });

  it('one alternative: counted behind the hash, which costs more', () => {
    const pcc = yes({
      kind: 'per-connection-classifier',
      fields: 'both-addresses',
      denominator: 2,
      remainder: 0,
    });
    const marking = rule('mangle', 'prerouting', [matcher, pcc], {
      kind: 'mark-connection',
      mark: 'm',
      passthrough: true,
    });
    const line = lines([marking]).find(one => counts.test(one)) ?? '';
    expect(line.indexOf('jhash')).toBeGreaterThanOrEqual(0);
    expect(line.search(counts)).toBeGreaterThan(line.indexOf('jhash'));
  });

  it('several that differ in their hash: no look-up, for each counts by itself', () => {
    const rules = [0, 1].map(remainder =>
      rule(
        'mangle',
        'prerouting',
        [
          matcher,
          yes({ kind: 'per-connection-classifier', fields: 'src-address', denominator: 2, remainder }),
        ],
        { kind: 'mark-connection', mark: `m${remainder}`, passthrough: true },
      ),
    );
    expect(lines(rules).filter(line => counts.test(line))).toHaveLength(2);
  });
});
