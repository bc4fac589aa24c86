import { monotonicMs, sleep } from '../../../sys/index.ts';
import type { Lab } from '../../build/lab.ts';
import { type Fault, type FaultKind, faultKinds } from '../../faults/fault.ts';
import { flapMs } from '../../faults/index.ts';
import type { Topology } from '../../topology/topology.ts';
import { gapsAfter, startServers } from '../../traffic/index.ts';
import { defineExperiment, type Measuring } from '../define.ts';
import { type FailoverExpectation, type FaultExpectation, failoverExpectation } from '../expect.ts';
import type { Part } from '../experiment.ts';
import { pairs, probePairs } from '../pairs.ts';
import { portRows, throughput } from '../port-rows.ts';
import { dialectOf } from '../via.ts';
import type { FaultRun } from './data.ts';
import { detection } from './detection.ts';
import { judgeFailover } from './judge.ts';
import { failoverRequirements } from './requirements.ts';
import { type FailoverWords, failoverWords } from './say.ts';
import { startUsers, type Users } from './users.ts';

/** Slow start is over and both lines are full … */
const settleMs = 3000;
/** … and the means of the interface tables are taken over so long, before the fault and at the end. */
const meanMs = 3000;
/** A fault that has not cost a connection within this time has no effect. */
const unaffectedMs = 8000;
/** RouterOS 6 takes up to 30 s for two time-outs of 10 s: what is not restored by then counts as not restored. */
const neverMs = 33_000;
/** Failover: what users and the gateway see when each WAN is unplugged, or stops forwarding behind its gateway. */
export const failover = defineExperiment<FailoverExpectation, FaultRun, FailoverWords>({
  name: 'failover',
  repeats: ['Gambar 10', 'Gambar 11'],
  expectation: failoverExpectation,
  say: failoverWords,
  parts,
  measure,
  judge: judgeFailover,
  requirements: failoverRequirements,
});

/** What is tried on every ISP, and what is expected of one besides. */
function plans({ isps, expect, faults }: Topology): readonly Plan[] {
  const stated = failoverExpectation.safeParse(expect['failover']).data?.faults;
  return isps.flatMap(({ name: wan, dialled }) =>
    faultKinds
      .filter(kind => faults.includes(kind) || stated?.[wan]?.[kind] !== undefined)
      .filter(kind => kind !== 'gateway-change' || !dialled)
      .map(fault => ({ name: `${wan}-${fault}`, wan, fault, expected: stated?.[wan]?.[fault] })),
  );
}

interface Plan {
  readonly name: string;
  readonly wan: string;
  readonly fault: FaultKind;
  readonly expected: FaultExpectation | undefined;
}

function parts(topology: Topology, say: FailoverWords): Part[] {
  return plans(topology).map(({ name, wan, fault, expected }) => ({
    name,
    title: say.faults[fault](wan.toUpperCase()),
    seconds: secondsFor(expected, fault),
  }));
}

/** Only for planning: what is expected is not what decides how long a part waits. */
function secondsFor(expected: FaultExpectation | undefined, kind: FaultKind): number {
  const before = (settleMs + meanMs) / 1000 + 3;
  if (expected === 'unaffected') return before + unaffectedMs / 1000;
  if (expected === 'never') return before + neverMs / 1000;
  return before + (quick.includes(kind) ? 8 : 28);
}

/** Faults that a gateway sees at once, or that stop nothing. */
const quick: readonly FaultKind[] = ['unplug', 'lossy', 'slow'];

type Context = Measuring<FailoverExpectation, FailoverWords>;

async function measure(context: Context): Promise<FaultRun> {
  const { lab, part, progress, say } = context;
  const plan = plans(lab.topology).find(({ name }) => name === part);
  if (!plan) throw new Error(`failover has no part ${part}`);
  const { wan, fault } = plan;
  const servers = await startServers(lab.internet.ns);
  const users = startUsers(lab, wan, await probePairs(lab, pairs(lab, 40)));
  let broken: Fault | undefined;
  try {
    const startMs = monotonicMs();
    progress(0.1, say.traffic);
    await sleep(settleMs + meanMs);
    broken = await lab.fault(fault, wan);
    progress(0.3, say.faults[fault](wan.toUpperCase()));
    await untilDecided(users, broken, context);
    return report(lab, { wan, fault, startMs, faultMs: broken.atMs }, users);
  } finally {
    await users.stop();
    await broken?.repair();
    await servers.close();
  }
}

/** Waits until service is restored (and a little longer), until the fault has had no effect, or until the time-out. */
async function untilDecided(
  users: Users,
  { kind, atMs: faultMs }: Fault,
  { progress, say }: Context,
): Promise<void> {
  if (kind === 'flap') await sleep(flapMs);
  while (monotonicMs() < faultMs + neverMs) {
    await sleep(250);
    const last = gapsAfter(users.pings(), faultMs).at(-1);
    if (!last && monotonicMs() > faultMs + unaffectedMs) return;
    if (last?.toMs === undefined) continue;
    progress(0.9, say.restored);
    await sleep(Math.max(0, last.toMs + meanMs + 1000 - monotonicMs()));
    return;
  }
}

type Known = Pick<FaultRun, 'wan' | 'fault' | 'startMs' | 'faultMs'>;

function report(lab: Lab, known: Known, users: Users): FaultRun {
  const port = lab.isp(known.wan).topology.interface;
  const { readings, sessions, pings, connections } = users.report();
  const endMs = monotonicMs();
  return {
    ...known,
    port,
    dialect: dialectOf(lab.router.events),
    endMs,
    ...detection(lab.router.events, port, known.faultMs, endMs),
    probedVia: users.probedVia,
    pings,
    connections,
    sessions,
    before: portRows(lab, readings, known.faultMs - meanMs, known.faultMs),
    after: portRows(lab, readings, endMs - meanMs, endMs),
    throughput: throughput(lab, readings, known.startMs),
  };
}
