import type { Fault as StateFault } from '../../../rib/index.ts';
import { monotonicMs, sleep } from '../../../sys/index.ts';
import type { Lab } from '../../build/lab.ts';
import type { Fault, FaultKind } from '../../faults/fault.ts';
import type { Topology } from '../../topology/topology.ts';
import { atRegularTimes, gapsAfter, lookUp, type Sample, settled } from '../../traffic/index.ts';
import { defineExperiment, type Measuring } from '../define.ts';
import { type NamesExpectation, namesExpectation } from '../expect.ts';
import { type Happened, readConfiguration } from '../trials/reading.ts';
import type { NameRun } from './data.ts';
import { namesExpected, resolverOf } from './expected.ts';
import { judgeNames, nameOf, namesRequirements } from './judge.ts';
import { type NameWords, nameWords } from './say.ts';

const beforeMs = 2000;
/** A name that has no answer by then has none. */
const patienceMs = 2000;
/** What is not answered by then is not answered any more: the walk says what holds once the router rests. */
const neverMs = 12_000;
/** RouterOS 6 takes up to 30 s to find a silent gateway: so long is waited where the walk says that names come back. */
const detectedMs = 33_000;
const afterMs = 1000;

/** Faults that a walk knows as a state of an uplink. */
const states: Partial<Readonly<Record<FaultKind, StateFault['kind']>>> = {
  unplug: 'unplugged',
  blackhole: 'upstream',
  'gateway-dead': 'gateway',
};

interface Plan {
  readonly name: string;
  readonly wan: string;
  readonly fault: FaultKind;
}

const plans = ({ isps, faults }: Topology): readonly Plan[] =>
  isps.flatMap(({ name: wan }) =>
    faults
      .filter(fault => states[fault] !== undefined)
      .map(fault => ({ name: `${wan}-${fault}`, wan, fault })),
  );

/** Names: a client asks its resolver while each ISP is unplugged, or dead behind a link that stays up. */
export const names = defineExperiment<NamesExpectation, NameRun, NameWords>({
  name: 'names',
  repeats: [],
  expectation: namesExpectation,
  say: nameWords,
  parts: (topology, say) =>
    topology.router.asks.includes('names')
      ? plans(topology).map(({ name, wan, fault }) => ({
          name,
          title: say.part(nameOf({ wan, fault })),
          seconds: fault === 'unplug' ? 8 : 25,
        }))
      : [],
  nothing: ({ none }) => none,
  measure,
  judge: judgeNames,
  requirements: namesRequirements,
});

type Context = Measuring<NamesExpectation, NameWords>;

async function measure({ lab, part, config, language, progress, say }: Context): Promise<NameRun> {
  const plan = plans(lab.topology).find(({ name }) => name === part);
  if (!plan) throw new Error(`names has no part ${part}`);
  const { wan, fault } = plan;
  const [client] = lab.clients;
  const reading = readConfiguration(config, lab.topology, happened(lab, plan));
  const resolver = client?.dns[0] ?? resolverOf(reading, client?.gateway);
  const startMs = monotonicMs();
  if (!client || resolver === undefined) return nobodyAsked(plan, startMs);
  const on = lab.topology.router.lan;
  const { answered, says } = namesExpected(reading, { on, client: client.address, resolver }, language);
  progress(0.1, say.asking);
  const asking = startAsking(
    client.ns,
    resolver,
    Object.keys(lab.topology.internet.names)[0] ?? 'example.com',
  );
  let broken: Fault | undefined;
  try {
    await sleep(beforeMs);
    broken = await lab.fault(fault, wan);
    progress(0.4, nameOf(plan));
    const returns = fault !== 'unplug' && answered.includes(true);
    await untilAnswered(asking.samples, broken.atMs, returns ? detectedMs : neverMs);
    const common = { wan, fault, resolver, expected: answered, says, startMs, faultMs: broken.atMs };
    return { ...common, endMs: monotonicMs(), questions: asking.samples() };
  } finally {
    asking.stop();
    await broken?.repair();
  }
}

/** At jalur's own pace the gateway finds a line that is dead behind its gateway by itself. */
function happened(lab: Lab, { wan, fault }: Plan): Happened {
  const name = lab.isp(wan).topology.interface;
  const kind = states[fault];
  return {
    faults: kind === undefined ? [] : [{ interface: name, kind }],
    downLines: lab.pace === 'jalur' && fault !== 'unplug' ? [name] : [],
  };
}

const nobodyAsked = ({ wan, fault }: Plan, startMs: number): NameRun => ({
  wan,
  fault,
  resolver: undefined,
  expected: [],
  says: '',
  startMs,
  faultMs: startMs,
  endMs: startMs,
  questions: [],
});

/** Waits until questions are answered again and a little longer, until none was lost for some time, or until the time-out. */
async function untilAnswered(
  samples: () => readonly Sample[],
  faultMs: number,
  mostMs: number,
): Promise<void> {
  while (monotonicMs() < faultMs + mostMs) {
    await sleep(200);
    const last = gapsAfter(samples(), faultMs).at(-1);
    if (!last && monotonicMs() > faultMs + patienceMs + afterMs) return;
    if (last?.toMs !== undefined && monotonicMs() > last.toMs + patienceMs + afterMs) return;
  }
}

type Question = Parameters<typeof lookUp>[0];

function startAsking(ns: Question['ns'], resolver: Question['resolver'], domain: string) {
  const samples: Sample[] = [];
  const stop = atRegularTimes(10, index => {
    const atMs = monotonicMs();
    const place = samples.push({ atMs, rttMs: null }) - 1;
    // It is asked once: who waits for 2 s has no answer.
    void lookUp({ ns, resolver, name: `q${index}.${domain}`, timeoutMs: patienceMs, once: true }).then(
      answer => {
        if (answer !== undefined) samples[place] = { atMs, rttMs: monotonicMs() - atMs };
      },
    );
  });
  return { samples: () => settled(samples, monotonicMs(), patienceMs), stop };
}
