import { membersOf } from '../../model/index.ts';
import type { Test } from '../flight.ts';
import type { Setup } from '../setup.ts';

type Side = 'in' | 'out' | 'port';

/** Does the packet come in, or leave, by one of these? */
export function testNames(
  { interfaces }: Setup,
  side: Side,
  names: readonly string[],
  negated: boolean,
): Test {
  const ids = names.map(name => interfaces.id(name));
  const [only] = ids;
  if (only === undefined) return () => negated;
  if (ids.length < 2) return flight => (flight[side] === only) !== negated;
  const set = new Set(ids);
  return flight => set.has(flight[side]) !== negated;
}

/** The same for the members of a list; `all` is every packet. */
export function testList(setup: Setup, side: Side, list: string, negated: boolean): Test {
  if (list === 'all') return () => !negated;
  return testNames(setup, side, membersOf(setup.router, list), negated);
}
