import type { MatcherCondition } from './matcher-condition.ts';

/** `connection-nat-state=dstnat`: bits of the connection's status, any of them. */
export const connectionNatStateCondition: MatcherCondition<'connection-nat-state'> = ({
  states,
  negated,
}) => {
  const other = states.find(state => state !== 'srcnat' && state !== 'dstnat');
  if (other)
    return {
      refused: {
        en: `Linux has no endpoint-independent NAT, so nothing is ${other}`,
        id: `Linux tidak punya endpoint-independent NAT, jadi tidak ada yang ${other}`,
      },
    };
  const bits = states.map(state => (state === 'srcnat' ? 'snat' : 'dnat')).join(' | ');
  return [`ct status & (${bits}) ${negated ? '==' : '!='} 0`];
};
