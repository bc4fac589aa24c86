import type { Conclusion } from '../define.ts';
import { required } from '../requirement.ts';
import type { Check, Requirement, Table } from '../result.ts';
import type { TrialWords } from './say.ts';
import { agrees, type Fate, isAstray, type LeftOut, type Trial, type Trials } from './trial.ts';

/** Judges each trial against the walk of the text. */
export function judgeTrials({ trials, leftOut }: Trials, say: TrialWords): Conclusion {
  return {
    finding: findingOf({ trials, leftOut }, say),
    keys:
      trials.length > 0
        ? [
            { name: say.trialsMade, value: trials.length },
            { name: say.trialsAsSaid, value: trials.filter(agrees).length },
          ]
        : [],
    checks: trials.map(trial => checkOf(trial, say)),
    data: { trials, leftOut },
    tables: [
      ...(trials.length > 0 ? [trialTable(trials, say)] : []),
      ...(leftOut.length > 0 ? [leftOutTable(leftOut, say)] : []),
    ],
    figures: [],
    notes: [say.verdictIs],
  };
}

function findingOf({ trials, leftOut }: Trials, say: TrialWords): string {
  const differing = trials.filter(trial => !agrees(trial));
  const arrived = trials.filter(({ seen }) => seen.reached).length;
  const missed = trials.length - arrived - differing.filter(({ seen }) => !seen.reached).length;
  const parts = [
    ...(trials.length > 0 ? [say.asSaid(trials.length - differing.length, trials.length)] : []),
    ...(arrived > 0 ? [say.arrived(arrived)] : []),
    ...(missed > 0 ? [say.not(missed)] : []),
    ...(leftOut.length > 0 ? [say.notTried(leftOut.length)] : []),
  ];
  const sentences = differing.map(trial =>
    say.differs(nameOf(trial), trial.from, expectedText(trial, say), seenText(trial, say)),
  );
  return [...sentences, `${parts.join('; ')}.`].join(' ');
}

const nameOf = ({ what, place }: Trial): string => (place === '' ? what : `${what} (${place})`);

const checkOf = (trial: Trial, say: TrialWords): Check => ({
  what: `${nameOf(trial)}, ${trial.from}`,
  expected: expectedText(trial, say),
  measured: seenText(trial, say),
  holds: agrees(trial),
});

function fateText({ cameBy }: Trial, { reached, by }: Fate, say: TrialWords): string {
  const what = reached ? say.reached : say.notReached;
  if (by === '') return what;
  const isp = by.toUpperCase();
  return cameBy === undefined ? `${what} ${say.goesBy(isp)}` : `${what}, ${say.answeredBy(isp)}`;
}

const expectedText = (trial: Trial, say: TrialWords): string =>
  trial.expected.map(one => say.bracketed(fateText(trial, one, say), one.says)).join(say.or);

function seenText(trial: Trial, say: TrialWords): string {
  const { seen, counted } = trial;
  const text = fateText(trial, seen, say);
  if (counted === undefined) return text;
  return `${text}, ${counted === null ? say.noCounter : say.counted(counted)}`;
}

const trialTable = (trials: readonly Trial[], say: TrialWords): Table => ({
  title: say.trials,
  columns: say.trialColumns,
  rows: trials.map(trial => [
    nameOf(trial),
    trial.from,
    [expectedText(trial, say), ...(trial.onRouteros === '' ? [] : [say.onRouteros(trial.onRouteros)])].join(
      '; ',
    ),
    seenText(trial, say),
  ]),
});

const leftOutTable = (leftOut: readonly LeftOut[], say: TrialWords): Table => ({
  title: say.leftOut,
  columns: say.leftOutColumns,
  rows: leftOut.map(({ what, place, why }) => [what, place, why]),
});

/** What arrives is answered by the ISP that it came in by, unless another one is expected to. */
export function answeredAsItCame(
  { trials }: Trials,
  expected: readonly string[],
  say: TrialWords,
): readonly Requirement[] {
  return trials
    .filter(({ seen, cameBy = '' }) => seen.reached && cameBy !== '' && !expected.includes(cameBy))
    .map(trial => {
      const [name, isp, other] = [
        nameOf(trial),
        (trial.cameBy ?? '').toUpperCase(),
        trial.seen.by.toUpperCase(),
      ];
      const texts = [say.answeredAsItCame(name), isp, other || say.none] as const;
      return required(texts, !isAstray(trial), say.astray(name, isp, other));
    });
}
