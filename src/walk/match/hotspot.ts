import type { MatcherTest } from './matcher-test.ts';
import { testOpen } from './open.ts';

/** `hotspot=auth`: without a hotspot server no packet has any of its states. */
export const testHotspot: MatcherTest<'hotspot'> = (matcher, { setup }) => {
  if (setup.router.kept.some(({ origin, text }) => origin.menu === '/ip hotspot' && isEnabled(text)))
    return testOpen(setup, matcher);
  const holds = (matcher.set.length === 0) !== matcher.negated;
  return () => holds;
};

const isEnabled = (statement: string): boolean =>
  statement.startsWith('add') && !/\bdisabled=yes\b/.test(statement);
