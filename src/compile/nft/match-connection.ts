import { type Condition, setOf, test } from './condition.ts';

/** `connection-state=new,invalid`. A packet has exactly one state, so a set look-up is exact in both senses. */
export function matchConnectionState(states: readonly string[], negated: boolean): Condition {
  return test('ct state', setOf(states), negated);
}

/** `connection-nat-state=dstnat`: bits of the connection's status, any of them. */
export function matchNatState(states: readonly ('srcnat' | 'dstnat')[], negated: boolean): Condition {
  const bits = states.map(state => (state === 'srcnat' ? 'snat' : 'dnat')).join(' | ');
  return [`ct status & (${bits}) ${negated ? '==' : '!='} 0`];
}

/** `connection-bytes=from-to`, both directions together; 0 as upper bound is no bound. Needs nf_conntrack_acct. */
export function matchConnectionBytes(from: number, to: number, negated: boolean): Condition {
  if (to === 0) return [`ct bytes ${negated ? '<' : '>='} ${from}`];
  return test('ct bytes', `${from}-${to}`, negated);
}
