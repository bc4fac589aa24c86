import type { MatcherTest } from './matcher-test.ts';
import { testNames } from './names.ts';

/** `in-interface=ether1`. */
export const testInterface: MatcherTest<'in-interface' | 'out-interface'> = (
  { kind, interface: name, negated },
  { setup },
) => testNames(setup, kind === 'in-interface' ? 'in' : 'out', [name], negated);
