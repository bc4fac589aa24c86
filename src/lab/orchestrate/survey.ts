import { privateNamespace, run } from '../../sys/index.ts';
import type { Lab } from '../build/lab.ts';
import type { MissingFeature } from '../report/environment.ts';
import { measureEmulation } from './accuracy.ts';
import type { Survey } from './messages.ts';

/** Kernel modules may be left out of a kernel; each is tried where it can do no harm. */
const wanted = [
  {
    feature: 'sch_netem',
    argv: ['tc', 'qdisc', 'add', 'dev', 'lo', 'root', 'netem', 'delay', '1ms'],
    effect: 'Delay, jitter and loss come from a cable in user space instead of netem (see how exact it is).',
  },
] as const;

function missingFeatures(): readonly MissingFeature[] {
  const ns = privateNamespace('survey');
  try {
    return wanted
      .filter(({ argv }) => run(argv, { allowFailure: true, ns }).code !== 0)
      .map(({ feature, effect }) => ({ feature, effect }));
  } finally {
    ns.close();
  }
}

/** What this machine lacks, and how exact its lines are in an idle lab. */
export async function survey(lab: Lab): Promise<Survey> {
  return { missing: missingFeatures(), emulation: await measureEmulation(lab) };
}
