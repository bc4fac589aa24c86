import { privateNamespace, run } from '../../sys/index.ts';
import type { Language } from '../../text/index.ts';
import type { Lab } from '../build/lab.ts';
import type { MissingFeature } from '../report/environment.ts';
import { measureAccuracy } from './accuracy.ts';
import type { MachineFindings } from './messages.ts';
import { orchestrateWords } from './say.ts';

/** Kernel modules may be left out of a kernel; each is tried where it can do no harm. */
const wanted = [
  {
    feature: 'sch_netem',
    argv: ['tc', 'qdisc', 'add', 'dev', 'lo', 'root', 'netem', 'delay', '1ms'],
    effect: 'withoutNetem',
  },
] as const;

function missingFeatures(language: Language): readonly MissingFeature[] {
  const ns = privateNamespace('features');
  try {
    return wanted
      .filter(({ argv }) => run(argv, { allowFailure: true, ns }).code !== 0)
      .map(({ feature, effect }) => ({ feature, effect: orchestrateWords[language][effect] }));
  } finally {
    ns.close();
  }
}

/** What this machine lacks, and how accurate its lines are in an idle lab. */
export async function checkMachine(lab: Lab, language: Language): Promise<MachineFindings> {
  return { missing: missingFeatures(language), emulation: await measureAccuracy(lab, language) };
}
