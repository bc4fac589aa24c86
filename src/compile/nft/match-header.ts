import type { Matcher } from '../../model/index.ts';
import { type Condition, test } from './condition.ts';

type Of<K extends Matcher['kind']> = Extract<Matcher, { readonly kind: K }>;

const comparison = { equal: '', 'greater-than': '> ', 'less-than': '< ', 'not-equal': '!= ' } as const;
const opposite = { equal: '!= ', 'greater-than': '<= ', 'less-than': '>= ', 'not-equal': '' } as const;

/** `ttl=less-than:5`. */
export function matchTtl({ op, ttl, negated }: Of<'ttl'>): Condition {
  return [`ip ttl ${(negated ? opposite : comparison)[op]}${ttl}`];
}

/** `tcp-flags=syn,!ack`: these set and those clear, the others do not matter. */
export function matchTcpFlags({ set, clear, negated }: Of<'tcp-flags'>): Condition {
  const looked = [...set, ...clear].join(' | ');
  if (looked === '') return test('meta l4proto', 'tcp', negated);
  const wanted = set.length === 0 ? '0' : set.length === 1 ? `${set[0]}` : `(${set.join(' | ')})`;
  return [`tcp flags & (${looked}) ${negated ? '!=' : '=='} ${wanted}`];
}

/** `tcp-mss=0-1400`. */
export function matchTcpMss({ from, to, negated }: Of<'tcp-mss'>): Condition {
  return test('tcp option maxseg size', range(from, to), negated);
}

/** `icmp-options=8:0` or `3:0-15`; without a code any code. `!` still means an ICMP packet. */
export function matchIcmp({ type, codeFrom, codeTo, negated }: Of<'icmp-options'>): Condition {
  const code = codeFrom === undefined ? undefined : range(codeFrom, codeTo ?? codeFrom);
  const otherType = `icmp type != ${type}`;
  if (code === undefined) return [negated ? otherType : `icmp type ${type}`];
  const same = `icmp type ${type} icmp code`;
  return negated ? [otherType, `${same} != ${code}`] : [`${same} ${code}`];
}

/** `packet-size=100-200`: the length of the IP packet in bytes. */
export function matchPacketSize({ from, to, negated }: Of<'packet-size'>): Condition {
  return test('ip length', range(from, to), negated);
}

/** `dscp=46`. */
export function matchDscp({ dscp, negated }: Of<'dscp'>): Condition {
  return test('ip dscp', `${dscp}`, negated);
}

/** `fragment=yes`: not the first fragment. Conntrack has put packets together before any table but raw. */
export function matchFragment({ negated }: Of<'fragment'>): Condition {
  return [`ip frag-off & 0x1fff ${negated ? '==' : '!='} 0`];
}

const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}-${to}`);
