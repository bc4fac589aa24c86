import type { FirewallRule, Matcher } from '../../model/index.ts';
import type { Test } from '../flight.ts';
import { addPoint, type Setup } from '../setup.ts';
import { chosen } from '../state.ts';

/**
 * A matcher that neither header nor connection nor the router's state decides: whoever walks chooses, 0 for a value
 * that matches and 1 for one that does not. Where nobody chooses it does not hold, negated or not; `assumptionsOf`
 * says so.
 */
export function testOpen(setup: Setup, matcher: Matcher, rule: FirewallRule): Test {
  const point = addPoint(setup, { kind: 'open', rule, name: matcher.kind });
  return ({ state }) => {
    const choice = chosen(state, point, 2);
    return choice >= 0 && (choice === 0) !== matcher.negated;
  };
}
