import type { Matcher } from '../../model/index.ts';
import type { Flight, Test } from '../flight.ts';
import { matcherText } from '../say/rule.ts';
import { addPoint, ask, type Setup } from '../setup.ts';

/**
 * A matcher that neither header nor connection nor the router's state decides: whoever walks chooses. One packet has
 * one answer for all rules that ask the same. Where nobody chooses it does not hold, negated or not.
 */
export function testOpen(setup: Setup, matcher: Matcher): Test {
  const point = addPoint(setup, {
    kind: 'open',
    name: matcher.kind,
    matcher,
    key: matcher.kind,
    choices: ['no', 'yes'],
  });
  const question = matcherText({ ...matcher, negated: false });
  const about = ({ serial }: Flight) => ({ same: `${question} of packet ${serial}` });
  return flight => {
    const choice = ask(setup, flight.state, point, 2, () => about(flight));
    return choice >= 0 && (choice === 1) !== matcher.negated;
  };
}
