import { test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';

/** `tcp-flags=syn,!ack`: these set and those clear, the others do not matter. */
export const tcpFlagsCondition: MatcherCondition<'tcp-flags'> = ({ set, clear, negated }) => {
  const looked = [...set, ...clear].join(' | ');
  if (looked === '') return test('meta l4proto', 'tcp', negated);
  const wanted = set.length === 0 ? '0' : set.length === 1 ? `${set[0]}` : `(${set.join(' | ')})`;
  return [`tcp flags & (${looked}) ${negated ? '!=' : '=='} ${wanted}`];
};
