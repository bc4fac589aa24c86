import type { MatcherTest } from './matcher-test.ts';
import { testList } from './names.ts';

/** `in-interface-list=WAN`. */
export const testInterfaceList: MatcherTest<'in-interface-list' | 'out-interface-list'> = (
  { kind, list, negated },
  { setup },
) => testList(setup, kind === 'in-interface-list' ? 'in' : 'out', list, negated);
