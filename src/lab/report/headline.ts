import type { Language } from '../../text/index.ts';
import type { ExperimentResult, Verdict } from '../experiments/result.ts';
import { idleIsps, percent, sharesOf } from './compare/shares.ts';
import { type HeadlineWords, headlineWords } from './say/headline.ts';

/** `: ISP1 : ISP2 = 66.7 % : 33.3 %`; empty where the shares were not measured. */
function gist(experiments: readonly ExperimentResult[], say: HeadlineWords): string {
  const idle = idleIsps({ experiments });
  const shares = sharesOf({ experiments });
  if (idle.length > 0) return `: ${say.idle(idle)}`;
  if (shares.length < 2) return '';
  const measured = shares.map(one => percent(one.connectionShare)).join(' : ');
  return `: ${shares.map(({ isp }) => isp).join(' : ')} = ${measured}`;
}

/** The report's first line: what happened, in one sentence. */
export function headlineOf(
  configuration: string,
  experiments: readonly ExperimentResult[],
  language: Language,
): string {
  const say = headlineWords[language];
  const count = experiments.length;
  if (count === 0) return say.none(configuration);
  const failed = experiments.filter(({ verdict }) => verdict === 'fail');
  const names = failed.map(({ name }) => name);
  if (failed.length > 0) {
    return failed.every(({ judged }) => judged)
      ? say.failed(names, count, configuration)
      : say.broken(names, count, configuration);
  }
  const of = (wanted: Verdict) => experiments.filter(({ verdict }) => verdict === wanted);
  const told = gist(experiments, say);
  const reproduced = of('reproduced').map(({ name }) => name);
  if (reproduced.length > 0) return say.reproduced(reproduced, count, configuration, told);
  const passed = of('pass').length;
  return passed === count
    ? say.passed(count, configuration, told)
    : say.measured(passed, count, configuration, told);
}
