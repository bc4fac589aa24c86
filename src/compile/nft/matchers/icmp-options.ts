import { range } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `icmp-options=8:0` or `3:0-15`; without a code any code. `!` still means an ICMP packet. */
export const icmpOptionsCondition: MatcherCondition<'icmp-options'> = (
  { type, codeFrom, codeTo, negated },
  _,
  { family },
) => {
  const icmp = family === 'ipv4' ? 'icmp' : 'icmpv6';
  const code = codeFrom === undefined ? undefined : range(codeFrom, codeTo ?? codeFrom);
  const otherType = `${icmp} type != ${type}`;
  if (code === undefined) return [negated ? otherType : `${icmp} type ${type}`];
  const same = `${icmp} type ${type} ${icmp} code`;
  return negated ? [otherType, `${same} != ${code}`] : [`${same} ${code}`];
};
