import { expect, it } from 'vitest';
import { type Matcher, makeRule } from '../../../model/index.ts';
import type { LinuxContext } from '../../context.ts';
import { matcherCondition } from './index.ts';

const context = { router: { addressLists: [] }, options: { seed: 1 } } as unknown as LinuxContext;
const said = (matcher: Matcher): unknown =>
  matcherCondition(context, makeRule({ family: 'ipv6', table: 'mangle', chain: 'prerouting' }), matcher);
const prefix = { kind: 'prefix', prefix: 'fd00::1/128' } as const;
const mask = { kind: 'mask', address: '::2', mask: '::ff' } as const;

it.each<[Matcher, string]>([
  [{ kind: 'src-address', address: prefix, negated: false }, 'ip6 saddr fd00::1'],
  [{ kind: 'dst-address', address: prefix, negated: true }, 'ip6 daddr != fd00::1'],
  [{ kind: 'src-address', address: mask, negated: false }, 'ip6 saddr & ::ff == ::2'],
  [{ kind: 'src-address', address: mask, negated: true }, 'ip6 saddr & ::ff != ::2'],
  [{ kind: 'dscp', dscp: 46, negated: false }, 'ip6 dscp 46'],
  [{ kind: 'hop-limit', op: 'less-than', ttl: 5, negated: false }, 'ip6 hoplimit < 5'],
  [{ kind: 'icmp-options', type: 134, negated: false }, 'icmpv6 type 134'],
])('a condition of an IPv6 rule: %j → %s', (matcher, text) => {
  expect(said(matcher)).toEqual([text]);
});

it('per-connection-classifier of an IPv6 rule: both addresses → a hash of 32 bytes', () => {
  const pcc: Matcher = {
    ...{ kind: 'per-connection-classifier', fields: 'both-addresses', negated: false },
    ...{ denominator: 2, remainder: 0 },
  };
  expect(JSON.stringify(said(pcc))).toContain('jhash ip6 saddr . ip6 daddr mod 2');
});
