import type { Language } from '../../../text/index.ts';
import { valuesOf } from '../amount.ts';
import { quantityText } from '../cells.ts';
import type { Check, ExperimentResult, KeyFigure, Run } from '../result.ts';
import { verdictOfAll } from '../result.ts';
import { common } from '../say.ts';
import { mergeFigures } from './figures.ts';
import { medianData } from './median-data.ts';
import { mergeTables } from './tables.ts';

/** The items at each place of several lists. */
function side<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const length = Math.max(0, ...lists.map(list => list.length));
  return Array.from({ length }, (_, index) => lists.flatMap(list => list.slice(index, index + 1)));
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** A check of several runs holds where it holds in each of them. */
function mergeChecks(all: readonly (readonly Check[])[]): readonly Check[] {
  const checks = all.flat();
  const keyOf = ({ what, expected }: Check): string => JSON.stringify([what, expected]);
  return distinct(checks.map(keyOf)).flatMap(key => {
    const same = checks.filter(check => keyOf(check) === key);
    return same.slice(0, 1).map(({ what, expected }) => ({
      what,
      expected,
      measured: distinct(same.map(({ measured }) => measured)).join('; '),
      holds: same.every(({ holds }) => holds),
    }));
  });
}

function mergeKeys(all: readonly (readonly KeyFigure[])[]): readonly KeyFigure[] {
  const keys = all.flat();
  return distinct(keys.map(({ name }) => name)).flatMap(name => {
    const same = keys.filter(key => key.name === name);
    return same.slice(0, 1).map(first => ({ ...first, value: same.flatMap(({ value }) => valuesOf(value)) }));
  });
}

const toRun = ({ verdict, finding, data, durationMs }: ExperimentResult): Run => ({
  verdict,
  finding,
  data,
  durationMs,
});

/** `connections by ISP1 66.3 % (65.9–67.0)`. */
const keyText = ({ name, value, unit, none }: KeyFigure): string =>
  `${name} ${quantityText(value, unit, none)}`;

/** What all runs found; where they differ, what each failed one found and the medians. */
function findingOf(runs: readonly Run[], keys: readonly KeyFigure[], language: Language): string {
  const say = common[language];
  const [first = '', ...others] = distinct(runs.map(({ finding }) => finding));
  if (others.length === 0) return first;
  const told = (run: Run): boolean => run.verdict === 'fail' || keys.length === 0;
  const single = runs.flatMap((run, index) => (told(run) ? [say.inRun(index + 1, run.finding)] : []));
  const medians = keys.length > 0 ? [say.medians(runs.length, keys.map(keyText).join(', '))] : [];
  return [...single, ...medians].join(' ');
}

/**
 * Several runs of one experiment as one result. It passes only where it passes in every run: a defect that appears once in
 * three runs is one. Numbers are shown as the median and the range; of lines over time the run with the median is drawn first.
 */
export function repeated(
  results: readonly ExperimentResult[],
  language: Language,
): ExperimentResult | undefined {
  const [first] = results;
  if (!first || results.length === 1) return first;
  const runs = results.map(toRun);
  const keys = mergeKeys(results.map(({ keys: own = [] }) => own));
  return {
    ...first,
    verdict: verdictOfAll(runs.map(({ verdict }) => verdict)),
    finding: findingOf(runs, keys, language),
    keys,
    checks: mergeChecks(results.map(({ checks }) => checks)),
    data: medianData(runs.map(({ data }) => data)),
    tables: side(results.map(({ tables }) => tables)).flatMap(mergeTables),
    figures: side(results.map(({ figures }) => figures)).flatMap(mergeFigures),
    notes: distinct(results.flatMap(({ notes }) => notes)),
    durationMs: runs.reduce((sum, { durationMs }) => sum + durationMs, 0),
    runs,
  };
}
