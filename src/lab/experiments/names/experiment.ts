import { monotonicMs, sleep } from '../../../sys/index.ts';
import type { Fault } from '../../faults/fault.ts';
import { atRegularTimes, gapsAfter, lookUp, type Sample, settled } from '../../traffic/index.ts';
import { defineExperiment, type Measuring } from '../define.ts';
import { type NamesExpectation, namesExpectation } from '../expect.ts';
import { readConfiguration } from '../trials/reading.ts';
import type { NameRun } from './data.ts';
import { namesExpected, resolverOf } from './expected.ts';
import { judgeNames, namesRequirements } from './judge.ts';
import { type NameWords, nameWords } from './say.ts';

const beforeMs = 2000;
/** A name that has no answer by then has none. */
const patienceMs = 2000;
/** What is not answered by then is not answered any more: the walk says what holds once the router rests. */
const neverMs = 12_000;
const afterMs = 1000;

/** Names: a client asks its resolver while each ISP is unplugged. */
export const names = defineExperiment<NamesExpectation, NameRun, NameWords>({
  name: 'names',
  repeats: [],
  expectation: namesExpectation,
  say: nameWords,
  parts: ({ isps, router }, say) =>
    router.asks.includes('names')
      ? isps.map(({ name }) => ({ name, title: say.part(name.toUpperCase()), seconds: 8 }))
      : [],
  nothing: ({ none }) => none,
  measure,
  judge: judgeNames,
  requirements: namesRequirements,
});

type Context = Measuring<NamesExpectation, NameWords>;

async function measure({ lab, part: wan, config, language, progress, say }: Context): Promise<NameRun> {
  const isp = lab.isp(wan);
  const [client] = lab.clients;
  const fault = { interface: isp.topology.interface, kind: 'unplugged' } as const;
  const reading = readConfiguration(config, lab.topology, [fault]);
  const resolver = client?.dns[0] ?? resolverOf(reading, client?.gateway);
  const startMs = monotonicMs();
  if (!client || resolver === undefined) return nobodyAsked(wan, startMs);
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
    broken = await lab.fault('unplug', wan);
    progress(0.4, say.unplugged(wan.toUpperCase()));
    await untilAnswered(asking.samples, broken.atMs);
    const common = { wan, resolver, expected: answered, says, startMs, faultMs: broken.atMs };
    return { ...common, endMs: monotonicMs(), questions: asking.samples() };
  } finally {
    asking.stop();
    await broken?.repair();
  }
}

const nobodyAsked = (wan: string, startMs: number): NameRun => ({
  wan,
  resolver: undefined,
  expected: [],
  says: '',
  startMs,
  faultMs: startMs,
  endMs: startMs,
  questions: [],
});

/** Waits until questions are answered again and a little longer, until none was lost for some time, or until the time-out. */
async function untilAnswered(samples: () => readonly Sample[], faultMs: number): Promise<void> {
  while (monotonicMs() < faultMs + neverMs) {
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
