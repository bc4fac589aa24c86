import { type Action, type FirewallRule, type Matcher, rulesOf } from '../../model/index.ts';
import type { Flight } from '../flight.ts';
import { addPoint } from '../setup.ts';
import { chosen } from '../state.ts';
import type { MatchContext, MatcherTest } from './matcher-test.ts';

/** `nth=3,1`: a counter of this rule, packet 1 is the first of every three. */
export const testNth: MatcherTest<'nth'> = ({ every, packet, negated }, context) => {
  if (packet < 1 || packet > every) return () => negated;
  const point = addPoint(context.setup, { kind: 'nth', name: `nth ${every},${packet}` });
  const first = firstInStep(context, every);
  return flight => (turn(flight, point, every, first) === packet - 1) !== negated;
};

function turn({ state, serial }: Flight, point: number, every: number, first: string): number {
  // Counters that see the same packets stand at the same number (docs/routeros.md#nth).
  const same = `nth:${every} ${first} ${serial}`;
  const choice = chosen(state, point, every, () => ({ same, passing: true }));
  if (choice >= 0) return choice;
  const count = state.counters[point] ?? 0;
  state.counters[point] = (count + 1) % every;
  return count;
}

/**
 * The first rule whose counter sees the very packets that this one's sees: both ask the same, and no rule from
 * there on takes a packet, or changes what is asked.
 */
function firstInStep({ setup: { router, family }, rule }: MatchContext, every: number): string {
  const rules = rulesOf(router, family).filter(
    one => !one.disabled && one.table === rule.table && one.chain === rule.chain,
  );
  const asked = others(rule);
  let first = rules.indexOf(rule);
  for (let i = first - 1; i >= 0; i--) {
    const one = rules[i];
    if (!one || !goesOn(one.action) || asked.some(matcher => isChangedBy(one.action, matcher))) break;
    const counts = one.matchers.some(matcher => matcher.kind === 'nth' && matcher.every === every);
    if (counts && JSON.stringify(others(one)) === JSON.stringify(asked)) first = i;
  }
  return `${rule.table} ${rule.chain} ${first}`;
}

const others = ({ matchers }: FirewallRule): Matcher[] => matchers.filter(({ kind }) => kind !== 'nth');

/** Do packets that match go on to the next rule? */
const goesOn = (action: Action): boolean =>
  'passthrough' in action ? action.passthrough : action.kind === 'log' || action.kind === 'passthrough';

/** The marks that actions set, by the conditions that ask for them. */
const marked: Partial<Record<Matcher['kind'], Action['kind']>> = {
  'connection-mark': 'mark-connection',
  'packet-mark': 'mark-packet',
  'routing-mark': 'mark-routing',
};

const isChangedBy = (action: Action, { kind }: Matcher): boolean => marked[kind] === action.kind;
