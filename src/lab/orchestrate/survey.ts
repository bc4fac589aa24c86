import { privateNamespace, run, sleep } from '../../sys/index.ts';
import type { EmulationMeasure, MissingFeature } from '../environment.ts';
import type { Lab, LabIsp } from '../lab.ts';
import { quality, startPings } from '../traffic/index.ts';
import type { Survey } from './messages.ts';

const pings = 120;
const everyMs = 10;

/** Two decimals: more is noise. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The idle line of one ISP, from its box to the internet: the router is not involved. */
async function measureLine(
  { name, ns, topology }: LabIsp,
  server: string,
): Promise<readonly EmulationMeasure[]> {
  const pinging = startPings({ ns, targets: [server], everyMs });
  await sleep(pings * everyMs);
  // The first one waits for ARP, which the cable delays as well.
  const { delayMs = 0, lossPct } = quality((await pinging.stop()).slice(1));
  const line = name.toUpperCase();
  return [
    { what: `${line} round trip`, unit: 'ms', asked: 2 * topology.delay, measured: rounded(delayMs) },
    {
      what: `${line} loss, there and back`,
      unit: '%',
      asked: rounded(100 * (1 - (1 - topology.loss / 100) ** 2)),
      measured: rounded(lossPct),
    },
  ];
}

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
  const [server = ''] = lab.internet.servers;
  const emulation = await Promise.all(lab.isps.map(isp => measureLine(isp, server)));
  return { missing: missingFeatures(), emulation: emulation.flat() };
}
