import type { MatcherTest } from './matcher-test.ts';

/** `connection-mark=X`. Without a connection (invalid, untracked) false, even with `!` (docs/routeros.md#matchers). */
export const testConnectionMark: MatcherTest<'connection-mark'> = ({ mark: name, negated }, { setup }) => {
  const mark = setup.connectionMarks.id(name);
  return ({ connection }) => connection !== undefined && (connection.mark === mark) !== negated;
};
