import { type Decider, type Matcher, matcherTraits } from '../../model/index.ts';
import type { Flight, Test } from '../flight.ts';
import { matcherText } from '../say/rule.ts';
import { addPoint, ask, type Setup } from '../setup.ts';

/**
 * A matcher that neither header nor connection nor the router's state decides: whoever walks chooses. What the packet
 * carries is asked once per packet, what the host does once for all. Where nobody chooses it does not hold, negated
 * or not.
 */
export function testOpen(setup: Setup, matcher: Matcher): Test {
  const { kind } = matcher;
  const point = addPoint(setup, { kind: 'open', name: kind, matcher, key: kind, choices: ['no', 'yes'] });
  const question = matcherText({ ...matcher, negated: false });
  const scope = scopes[matcherTraits[kind].decidedBy] ?? 'packet';
  const about = ({ serial }: Flight) =>
    scope === 'world' ? { same: question } : { same: `${question} of packet ${serial}`, passing: true };
  return flight => {
    const choice = ask(setup, flight.state, point, 2, () => about(flight));
    return choice >= 0 && (choice === 1) !== matcher.negated;
  };
}

/** What does not change from packet to packet. */
const scopes: Partial<Readonly<Record<Decider, 'world'>>> = { host: 'world' };
