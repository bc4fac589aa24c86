import { protocolNumber } from '../../net/index.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `protocol=tcp`. */
export const testProtocol: MatcherTest<'protocol'> = ({ protocol, negated }) => {
  const number = protocolNumber(protocol) ?? -1;
  return flight => (flight.protocol === number) !== negated;
};
