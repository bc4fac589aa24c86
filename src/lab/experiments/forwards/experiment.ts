import { printIpv4 } from '../../../net/index.ts';
import type { Conversation } from '../../../prove/index.ts';
import { leavingOf, type Packet } from '../../../walk/index.ts';
import type { Lab, LabIsp } from '../../build/lab.ts';
import { defineExperiment, type Measuring, onlyPiece } from '../define.ts';
import { type TrialExpectation, trialExpectation } from '../expect.ts';
import { call, waitFor } from '../trials/call.ts';
import { expectedOf, ispOf } from '../trials/expected.ts';
import { answeredAsItCame, judgeTrials } from '../trials/judge.ts';
import { settleMachines } from '../trials/machines.ts';
import { comeInBy } from '../trials/outside.ts';
import { type Reading, readConfiguration } from '../trials/reading.ts';
import { callerName, machineFor, type StandIn, standIn } from '../trials/stand-in.ts';
import type { Fate, Trial, Trials } from '../trials/trial.ts';
import { seenInTrials, stopWatching, watchTrials } from '../trials/watch.ts';
import { type Forward, packetBy, planForwards } from './plan.ts';
import { type ForwardWords, forwardWords } from './say.ts';

/** Port forwards: a client behind each ISP calls each of them; a server stands in at the address that it names. */
export const forwards = defineExperiment<TrialExpectation, Trials, ForwardWords>({
  name: 'forwards',
  repeats: [],
  expectation: trialExpectation,
  say: forwardWords,
  parts: ({ isps, router }, { part }) =>
    router.asks.includes('forwards') ? [{ name: 'all', title: part, seconds: 2 + isps.length * 2 }] : [],
  nothing: ({ none }) => none,
  measure,
  judge: ({ pieces, say }) => judgeTrials(onlyPiece(pieces), say),
  requirements: ({ pieces, expect, say }) =>
    answeredAsItCame(onlyPiece(pieces), expect?.['answered-by-another'] ?? [], say),
});

type Context = Measuring<TrialExpectation, ForwardWords>;

async function measure(context: Context): Promise<Trials> {
  const { lab, config, progress, say } = context;
  const reading = readConfiguration(config, lab.topology);
  settleMachines(lab, reading.router);
  const machine = (address: number) => machineFor(lab, reading.router, address);
  const plan = planForwards(reading.linux, address => machine(address) !== undefined, say);
  progress(0.1, say.listening(plan.forwards.length));
  const servers = new Servers(lab, reading);
  try {
    for (const forward of plan.forwards) await servers.start(forward);
    const trials: Trial[] = [];
    for (const [index, isp] of lab.isps.entries()) {
      progress(0.2 + (0.8 * index) / lab.isps.length, say.calling(isp.name.toUpperCase()));
      trials.push(...(await tryBy(isp, plan.forwards, reading, servers, context)));
    }
    return { trials, leftOut: plan.leftOut.map(one => ({ ...one, place: reading.shown(one.place) })) };
  } finally {
    await servers.close();
  }
}

/** Servers in the places that forwards lead to, each once. */
class Servers {
  readonly #lab: Lab;
  readonly #reading: Reading;
  readonly #open = new Map<string, StandIn>();

  constructor(lab: Lab, reading: Reading) {
    this.#lab = lab;
    this.#reading = reading;
  }

  async start(forward: Forward): Promise<void> {
    const { target, protocol } = forward;
    const ns = machineFor(this.#lab, this.#reading.router, target.address);
    if (!ns || this.of(forward)) return;
    this.#open.set(keyOf(forward), await standIn(ns, protocol, target.address, target.port));
  }

  of(forward: Forward): StandIn | undefined {
    return this.#open.get(keyOf(forward));
  }

  async close(): Promise<void> {
    for (const server of this.#open.values()) await server.close();
  }
}

const keyOf = ({ protocol, target }: Forward): string => `${protocol} ${target.address}:${target.port}`;

interface Call {
  readonly forward: Forward;
  readonly packet: Packet;
}

/** All forwards at once by one ISP, each from a port of its own. */
async function tryBy(
  isp: LabIsp,
  forwards: readonly Forward[],
  reading: Reading,
  servers: Servers,
  { lab, say, language }: Context,
): Promise<Trial[]> {
  // No caller is taken for one that came by another ISP.
  const first = lab.isps.indexOf(isp) * forwards.length;
  const calls = forwards.flatMap((forward, index): Call[] => {
    const packet = packetBy(forward, isp, reading.linux, first + index);
    return packet ? [{ forward, packet }] : [];
  });
  const sources = calls.map(({ packet }) => printIpv4(packet.src));
  const leave = comeInBy(
    lab,
    isp,
    sources,
    calls.map(({ packet }) => printIpv4(packet.dst)),
  );
  watchTrials(lab.router.ns, sources);
  const ends = calls.map(({ packet }) => call(lab.internet.ns, packet));
  try {
    await waitFor(() => calls.every(one => isReached(one, servers)));
    const { answers } = seenInTrials(lab.router.ns);
    return calls.map(({ forward, packet }): Trial => {
      const out = answers.find(({ address, port }) => address === packet.src && port === packet.srcPort)?.out;
      const reached = isReached({ forward, packet }, servers);
      const by = reached ? (lab.isps.find(one => one.topology.interface === out)?.name ?? '') : '';
      return {
        what: forward.name,
        place: reading.shown(forward.place),
        from: say.fromOutside(isp.name.toUpperCase()),
        ...expectedOf(reading, packet, conversation => fateOf(conversation, forward, lab), language),
        seen: { reached, by },
        cameBy: isp.name,
      };
    });
  } finally {
    for (const end of ends) end();
    leave();
    stopWatching(lab.router.ns);
  }
}

const isReached = ({ forward, packet }: Call, servers: Servers): boolean =>
  servers.of(forward)?.callers().includes(callerName(packet.src, packet.srcPort)) ?? false;

function fateOf({ first, answer }: Conversation, { target }: Forward, { topology }: Lab): Fate {
  const left = leavingOf(first);
  const reached = left?.dst.address === target.address && left.dst.port === target.port;
  return { reached, by: reached ? ispOf(topology, answer) : '' };
}
