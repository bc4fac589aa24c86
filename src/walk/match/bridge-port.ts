import type { MatcherTest } from './matcher-test.ts';
import { testNames } from './names.ts';

/** `in-bridge-port=ether3`. */
export const testBridgePort: MatcherTest<'in-bridge-port'> = ({ interface: name, negated }, { setup }) =>
  testNames(setup, 'port', [name], negated);
