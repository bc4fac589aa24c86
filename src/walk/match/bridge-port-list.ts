import type { MatcherTest } from './matcher-test.ts';
import { testList } from './names.ts';

/** `in-bridge-port-list=LAN`. */
export const testBridgePortList: MatcherTest<'in-bridge-port-list'> = ({ list, negated }, { setup }) =>
  testList(setup, 'port', list, negated);
