import { type PointView, pointText } from '../point.ts';
import type { Condition, Possibilities, Possibility, Scenario } from '../possibilities.ts';
import type { Prepared } from '../prepare.ts';
import { endingText } from './ending.ts';
import { explainWay } from './explain.ts';

/** What becomes of a packet: one sentence where nothing is left to chance, and what it depends on in that sentence. */
export function answersText(prepared: Prepared, { scenarios, points }: Possibilities): string[] {
  const [only] = scenarios;
  if (!only) return ['No way exists for it.'];
  if (scenarios.length === 1) return waysText(prepared, only.ways);
  const parts = scenarios.map(scenario => scenarioText(prepared, scenario, points));
  return [`It depends on ${points.map(pointText).join(' and ')}: ${parts.join('; ')}.`];
}

function waysText(prepared: Prepared, ways: readonly Possibility[]): string[] {
  const answers = ways.map(way => ({ share: way.share, text: explainWay(prepared, way).answer }));
  if (answers.length === 1) return answers.map(({ text }) => text);
  return answers.map(({ share, text }) => `${percentText(share)}: ${text}`);
}

function scenarioText(
  prepared: Prepared,
  { conditions, ways }: Scenario,
  points: readonly PointView[],
): string {
  const said = conditions.map(condition => conditionText(condition, points.length > 1)).join(' and ');
  const ends = ways.map(({ share, trace }) => {
    const end = `it ${endingText(prepared, trace)}`;
    return ways.length === 1 ? end : `${percentText(share)} ${end}`;
  });
  return `${said}, ${ends.join(', ')}`;
}

function conditionText({ point, choice }: Condition, named: boolean): string {
  const word = point.choices[choice] ?? '';
  const subject = named ? point.what : 'it';
  return (point.kind === 'time' ? undefined : sentences[word]?.(subject)) ?? `at ${word}`;
}

/** How an answer is said of a condition. */
const sentences: Readonly<Record<string, (subject: string) => string>> = {
  yes: subject => `where ${subject} matches`,
  no: subject => `where ${subject} does not match`,
  below: subject => (subject === 'it' ? 'below the limit' : `below ${subject}`),
  above: subject => (subject === 'it' ? 'above the limit' : `above ${subject}`),
  none: () => 'where no IPsec policy takes it',
  ipsec: () => 'where an IPsec policy takes it',
};

export const percentText = (share: number): string => `${(share * 100).toFixed(1)} %`;
