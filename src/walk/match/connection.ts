import type { Matcher } from '../../model/index.ts';
import type { Test } from '../flight.ts';

type Of<K extends Matcher['kind']> = Extract<Matcher, { readonly kind: K }>;

/** `connection-mark=X`. Without a connection (invalid, untracked) false, even with `!` (routeros.md section 2.3). */
export function testConnectionMark(mark: number, negated: boolean): Test {
  return ({ connection }) => connection !== undefined && (connection.mark === mark) !== negated;
}

export function testConnectionState({ states, negated }: Of<'connection-state'>): Test {
  const [only] = states;
  if (states.length === 1) return flight => (flight.connectionState === only) !== negated;
  return flight => states.includes(flight.connectionState) !== negated;
}

/** `connection-nat-state=dstnat`: any of them. */
export function testNatState({ states, negated }: Of<'connection-nat-state'>): Test {
  const source = states.includes('srcnat');
  const destination = states.includes('dstnat');
  return ({ connection }) => {
    if (!connection) return false;
    const holds =
      (source && connection.sourceTranslated) || (destination && connection.destinationTranslated);
    return holds !== negated;
  };
}

/** `connection-bytes=from-to`, both directions together; 0 as upper bound is no bound. */
export function testConnectionBytes({ from, to, negated }: Of<'connection-bytes'>): Test {
  const last = to === 0 ? Number.POSITIVE_INFINITY : to;
  return ({ connection }) =>
    connection !== undefined && (connection.bytes >= from && connection.bytes <= last) !== negated;
}
