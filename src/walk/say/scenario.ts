import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { PointView } from '../point.ts';
import type { Condition, Possibilities, Possibility, Scenario } from '../possibilities.ts';
import type { Prepared } from '../prepare.ts';
import { endingText } from './ending.ts';
import { explainWay } from './explain.ts';
import { choiceText, pointsText } from './point.ts';

const en = {
  noWay: 'No way exists for it.',
  depends: (points: string, parts: string) => `It depends on ${points}: ${parts}.`,
  and: ' and ',
  it: (ending: string) => `it ${ending}`,
};

const id: typeof en = {
  noWay: 'Tidak ada jalan untuknya.',
  depends: (points, parts) => `Tergantung ${points}: ${parts}.`,
  and: ' dan ',
  it: ending => `paket ${ending}`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What becomes of a packet: one sentence where nothing is left to chance, and what it depends on in that sentence. */
export function answersText(
  prepared: Prepared,
  { scenarios, points }: Possibilities,
  language: Language,
): string[] {
  const say = words[language];
  const [only] = scenarios;
  if (!only) return [say.noWay];
  if (scenarios.length === 1) return waysText(prepared, only.ways, language);
  const parts = scenarios.map(scenario => scenarioText(prepared, scenario, points, language));
  return [say.depends(pointsText(points, language), parts.join('; '))];
}

function waysText(prepared: Prepared, ways: readonly Possibility[], language: Language): string[] {
  const answers = ways.map(way => ({ share: way.share, text: explainWay(prepared, way, language).answer }));
  if (answers.length === 1) return answers.map(({ text }) => text);
  return answers.map(({ share, text }) => `${percentText(share)}: ${text}`);
}

function scenarioText(
  prepared: Prepared,
  { conditions, ways }: Scenario,
  points: readonly PointView[],
  language: Language,
): string {
  const say = words[language];
  const named = points.length > 1;
  const said = conditions.map(condition => conditionText(condition, named, language)).join(say.and);
  const ends = ways.map(({ share, trace }) => {
    const end = say.it(endingText(prepared, trace, language));
    return ways.length === 1 ? end : `${percentText(share)} ${end}`;
  });
  return `${said}, ${ends.join(', ')}`;
}

function conditionText({ point, choice }: Condition, named: boolean, language: Language): string {
  return choiceText(point, choice, named ? point.what : '', language);
}

export const percentText = (share: number): string => `${(share * 100).toFixed(1)} %`;
