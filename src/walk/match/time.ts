import { addPoint, ask, type Setup } from '../setup.ts';
import type { MatcherTest } from './matcher-test.ts';
import { isWithin, momentsOf } from './week.ts';

/** `time=8h-17h,mon,fri`: at the moment that is asked about; without one, at every kind of moment. */
export const testTime: MatcherTest<'time'> = (matcher, { setup }) => {
  const { at } = setup.options;
  if (at !== undefined) {
    const holds = isWithin(matcher, at) !== matcher.negated;
    return () => holds;
  }
  const moments = momentsOf(setup.router);
  const answers = moments.map(moment => isWithin(matcher, moment.at) !== matcher.negated);
  const [first = false] = answers;
  if (answers.every(answer => answer === first)) return () => first;
  const point = momentPoint(
    setup,
    matcher,
    moments.map(({ text }) => text),
  );
  const about = () => ({ same: 'moment' });
  return ({ state }) => answers[Math.max(0, ask(setup, state, point, moments.length, about))] === true;
};

/** The moment is one question for all rules. */
function momentPoint(
  setup: Setup,
  matcher: Parameters<typeof testTime>[0],
  choices: readonly string[],
): number {
  const known = setup.points.findIndex(({ key }) => key === 'time');
  return known >= 0 ? known : addPoint(setup, { kind: 'open', name: 'time', matcher, key: 'time', choices });
}
