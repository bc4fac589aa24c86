import { addPoint, ask } from '../setup.ts';
import type { MatcherTest } from './matcher-test.ts';

/** `connection-rate=0-100k`: a connection begins with no speed at all; what it reaches later is open. */
export const testConnectionRate: MatcherTest<'connection-rate'> = (matcher, { setup }) => {
  const { from, to, negated } = matcher;
  const point = addPoint(setup, {
    kind: 'open',
    name: 'connection-rate',
    matcher,
    key: 'connection-rate',
    choices: ['no', 'yes'],
  });
  const question = `connection-rate ${from}-${to}`;
  return ({ connection, state, serial }) => {
    if (!connection) return false;
    const choice = connection.confirmed
      ? ask(setup, state, point, 2, () => ({ same: `${question} of packet ${serial}`, passing: true }))
      : -1;
    return (choice < 0 ? from === 0 : choice === 1) !== negated;
  };
};
