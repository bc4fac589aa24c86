import type { ExperimentResult } from '../experiments/result.ts';
import { idleIsps, percent, sharesOf } from './compare/shares.ts';

/** What a reader wants to know first of a gateway with several ISPs; empty where nobody measured it. */
function gist(experiments: readonly ExperimentResult[]): string {
  const idle = idleIsps({ experiments });
  const shares = sharesOf({ experiments });
  if (idle.length > 0) return `${idle.join(' and ')} ${idle.length === 1 ? 'stays' : 'stay'} idle`;
  if (shares.length < 2) return '';
  return `${shares.map(({ isp }) => isp).join(' : ')} = ${shares.map(one => percent(one.connectionShare)).join(' : ')}`;
}

function passed(configuration: string, experiments: readonly ExperimentResult[]): string {
  const found = gist(experiments);
  const said = found === '' ? '' : `: ${found}`;
  if (experiments.length === 1) return `The experiment on ${configuration} shows what it should${said}.`;
  return `All ${experiments.length} experiments on ${configuration} show what they should${said}.`;
}

function failed(configuration: string, count: number, names: readonly string[]): string {
  const verb = names.length === 1 ? 'does not show what it should' : 'do not show what they should';
  const noun = count === 1 ? 'experiment' : 'experiments';
  return `${names.length} of ${count} ${noun} on ${configuration} ${verb}: ${names.join(', ')}.`;
}

/** The report's first line: what happened, in one sentence. */
export function headlineOf(configuration: string, experiments: readonly ExperimentResult[]): string {
  if (experiments.length === 0) return `No experiment was run on ${configuration}.`;
  const names = experiments.filter(({ verdict }) => verdict === 'fail').map(({ name }) => name);
  return names.length === 0
    ? passed(configuration, experiments)
    : failed(configuration, experiments.length, names);
}
