import type { RuleCounter } from '../../../gateway/index.ts';
import { type FirewallRule, placeOf } from '../../../model/index.ts';
import { printIpv4 } from '../../../net/index.ts';
import type { Conversation } from '../../../prove/index.ts';
import { monotonicMs, type Namespace, sleep } from '../../../sys/index.ts';
import type { Language } from '../../../text/index.ts';
import { leavingOf, type Packet } from '../../../walk/index.ts';
import type { Lab } from '../../build/lab.ts';
import { defineExperiment, type Measuring, onlyPiece } from '../define.ts';
import { type TrialExpectation, trialExpectation } from '../expect.ts';
import { throwPacket } from '../trials/call.ts';
import { expectedOf, walked } from '../trials/expected.ts';
import { judgeTrials } from '../trials/judge.ts';
import { settleMachines } from '../trials/machines.ts';
import { throwAtRouter } from '../trials/outside.ts';
import { type Reading, readConfiguration } from '../trials/reading.ts';
import type { Fate, LeftOut, Trial, Trials } from '../trials/trial.ts';
import { seenInTrials, stopWatching, watchTrials } from '../trials/watch.ts';
import { type RuleWords, ruleWords } from './say.ts';
import { decidedBy, searchPackets, triableRules } from './search.ts';

/** Rules: one packet to each rule of the filter that drops or rejects, or that lets somebody in from outside. */
export const rules = defineExperiment<TrialExpectation, Trials, RuleWords>({
  name: 'rules',
  repeats: [],
  expectation: trialExpectation,
  say: ruleWords,
  parts: ({ router }, { part }) =>
    router.asks.includes('rules') ? [{ name: 'all', title: part, seconds: 8 }] : [],
  nothing: ({ none }) => none,
  measure,
  judge: ({ pieces, say }) => judgeTrials(onlyPiece(pieces), say),
  requirements: () => [],
});

type Context = Measuring<TrialExpectation, RuleWords>;

/** A packet on its way to a rule. */
interface Shot {
  readonly rule: FirewallRule;
  readonly packet: Packet;
  /** Of its IP header; the kernel's numbers of packets of its own begin with 0. */
  readonly id: number;
}

async function measure({ lab, config, progress, say, language }: Context): Promise<Trials> {
  const reading = readConfiguration(config, lab.topology);
  settleMachines(lab, reading.router);
  progress(0.1, say.looking);
  const wans = lab.isps.map(({ topology }) => topology.interface);
  const { sample, packets } = searchPackets(reading, wans, port => senderOn(lab, port) !== undefined);
  const shots = [...packets].map(
    ([rule, packet], index): Shot => ({
      rule,
      id: 1000 + index,
      packet: ownPort(reading, rule, packet, index, wans),
    }),
  );
  const leave = lab.isps.map(isp => throwAtRouter(lab, isp));
  watchTrials(
    lab.router.ns,
    shots.map(({ packet }) => printIpv4(packet.src)),
  );
  try {
    const counts = await shoot(lab, shots, tried =>
      progress(0.2 + (0.8 * tried) / shots.length, say.trying(tried, shots.length)),
    );
    const { taken, outs } = seenInTrials(lab.router.ns);
    const trials = shots.map(
      ({ rule, packet, id }): Trial => ({
        ...namesOf(reading, rule, say),
        from: fromText(lab, packet.in ?? '', say),
        ...expectedOf(reading, packet, fateOf, language),
        seen: { reached: taken.has(id) || outs.has(id), by: '' },
        counted: counts.get(rule) ?? null,
      }),
    );
    return { trials, leftOut: leftOutOf(reading, sample, packets, say, language) };
  } finally {
    for (const end of leave) end();
    stopWatching(lab.router.ns);
  }
}

function namesOf({ shown }: Reading, rule: FirewallRule, say: RuleWords): Pick<Trial, 'what' | 'place'> {
  return { what: say.rule(rule.action.kind, rule.chain, rule.comment), place: shown(placeOf(rule.origin)) };
}

const fateOf = ({ first }: Conversation): Fate => ({
  reached: first.ending.kind === 'delivered' || leavingOf(first) !== undefined,
  by: '',
});

function fromText({ isps }: Lab, port: string, say: RuleWords): string {
  const isp = isps.find(({ topology }) => topology.interface === port);
  return isp ? say.fromOutside(isp.name.toUpperCase()) : say.fromLan(port);
}

/** From where a packet comes in by a port of the router, and by which device it goes there. */
function senderOn(
  { isps, clients: [client], machines, topology }: Lab,
  port: string,
): { readonly ns: Namespace; readonly device: string } | undefined {
  const isp = isps.find(one => one.topology.interface === port);
  if (isp) return { ns: isp.ns, device: isp.ports.lan };
  const host = port === topology.router.lan ? client : machines.find(({ on }) => on === port);
  return host && { ns: host.ns, device: host.interface };
}

/** Of the classes of packets. */
const usualPort = 40_000;

/** With a port of its own, where the same rule decides then: no trial is a later packet of another one's connection. */
function ownPort(
  { linux }: Reading,
  rule: FirewallRule,
  packet: Packet,
  index: number,
  wans: readonly string[],
): Packet {
  const own = {
    ...packet,
    icmpId: index + 1,
    ...(packet.srcPort === usualPort && { srcPort: usualPort + index }),
  };
  return decidedBy(walked(linux, own), wans) === rule ? own : packet;
}

/** A rule that has not counted within this time does not count. */
const patienceMs = 500;

/** One packet after the other; what the rule that it is for counted then. A rule without a counter is not in the result. */
async function shoot(
  lab: Lab,
  shots: readonly Shot[],
  onShot: (tried: number) => void,
): Promise<ReadonlyMap<FirewallRule, number>> {
  const counts = new Map<FirewallRule, number>();
  const read = async (rule: FirewallRule) => countOf((await lab.router.request('counters')).rules, rule);
  for (const [index, { rule, packet, id }] of shots.entries()) {
    const sender = senderOn(lab, packet.in ?? '');
    const before = await read(rule);
    if (!sender) continue;
    throwPacket(sender.ns, packet, id, sender.device);
    const until = monotonicMs() + patienceMs;
    let after = before;
    while (after === before && monotonicMs() < until) {
      await sleep(10);
      after = await read(rule);
    }
    if (before !== undefined && after !== undefined) counts.set(rule, after - before);
    onShot(index + 1);
  }
  return counts;
}

/** What all rules that were made of one count together; undefined: none of them has a counter. */
function countOf(counters: readonly RuleCounter[], { origin }: FirewallRule): number | undefined {
  const own = counters.filter(({ place }) => place === placeOf(origin));
  return own.length === 0 ? undefined : own.reduce((sum, { packets }) => sum + packets, 0);
}

function leftOutOf(
  reading: Reading,
  sample: readonly FirewallRule[],
  packets: ReadonlyMap<FirewallRule, Packet>,
  say: RuleWords,
  language: Language,
): readonly LeftOut[] {
  const { linux } = reading;
  return triableRules(linux.router)
    .filter(rule => !packets.has(rule))
    .map(rule => {
      const missing = linux.setup.changes.leftOut.find(one => one.rule === rule);
      const unreached = rule.action.kind === 'accept' ? say.letsNobodyIn : say.unreached;
      const why = missing ? say.notInProgram(missing.why[language]) : unreached;
      return { ...namesOf(reading, rule, say), why: sample.includes(rule) ? why : say.notInSample };
    });
}
