import { isDefault, printIpv4, protocolName } from '../../../net/index.ts';
import { type Conversation, somePacketClasses } from '../../../prove/index.ts';
import { answerOf, type Packet, type Prepared } from '../../../walk/index.ts';
import type { Lab, LabIsp } from '../../build/lab.ts';
import { defineExperiment, type Measuring, onlyPiece } from '../define.ts';
import { type TrialExpectation, trialExpectation } from '../expect.ts';
import { call, waitFor } from '../trials/call.ts';
import { expectedOf, ispOf, walked } from '../trials/expected.ts';
import { answeredAsItCame, judgeTrials } from '../trials/judge.ts';
import { comeInBy } from '../trials/outside.ts';
import { type Reading, readConfiguration } from '../trials/reading.ts';
import type { Fate, LeftOut, Trial, Trials } from '../trials/trial.ts';
import { seenInTrials, stopWatching, watchTrials } from '../trials/watch.ts';
import { type ReturnWords, returnWords } from './say.ts';

/** Returns: a host behind each ISP calls the router; its answer must leave by that ISP's table. */
export const returns = defineExperiment<TrialExpectation, Trials, ReturnWords>({
  name: 'returns',
  repeats: [],
  expectation: trialExpectation,
  say: returnWords,
  parts: ({ isps, router }, { part }) =>
    router.asks.includes('returns') ? [{ name: 'all', title: part, seconds: 1 + isps.length }] : [],
  nothing: ({ none }) => none,
  measure,
  judge: ({ pieces, say }) => judgeTrials(onlyPiece(pieces), say),
  requirements: ({ pieces, expect, say }) =>
    answeredAsItCame(onlyPiece(pieces), expect?.['answered-by-another'] ?? [], say),
});

type Context = Measuring<TrialExpectation, ReturnWords>;

async function measure({ lab, config, progress, say, language }: Context): Promise<Trials> {
  const reading = readConfiguration(config, lab.topology);
  const trials: Trial[] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, isp] of lab.isps.entries()) {
    const name = isp.name.toUpperCase();
    progress(index / lab.isps.length, say.calling(name));
    const packet = answeredBy(reading.linux, isp);
    if (!packet) {
      leftOut.push({ what: name, place: '', why: say.closed(name) });
      continue;
    }
    const compare = (one: Conversation): Fate => fateOf(one, lab);
    trials.push({
      what: say.toRouter(protocolName(packet.protocol), isp.topology.interface, tablesBy(reading, isp)),
      place: '',
      from: say.fromOutside(name),
      ...expectedOf(reading, packet, compare, language),
      seen: await send(lab, isp, packet),
      cameBy: isp.name,
    });
  }
  return { trials, leftOut };
}

/** Classes of packets that are looked at. */
const mostClasses = 4000;
/** Whoever pings needs nothing that listens. */
const preferred = [1, 6] as const;

/** A packet from outside that the router takes and answers. */
function answeredBy(prepared: Prepared, { topology }: LabIsp): Packet | undefined {
  const { classes } = somePacketClasses(prepared, mostClasses, direction => direction === 'wan-to-router');
  const coming = classes.map(({ packet }) => packet).filter(packet => packet.in === topology.interface);
  for (const protocol of preferred) {
    const found = coming.find(packet => packet.protocol === protocol && isAnswered(prepared, packet));
    if (found) return found;
  }
  return undefined;
}

function isAnswered(prepared: Prepared, packet: Packet): boolean {
  const first = walked(prepared, packet);
  return first.ending.kind === 'delivered' && answerOf(prepared, first) !== undefined;
}

function fateOf({ first, answer }: Conversation, { topology }: Lab): Fate {
  const reached = first.ending.kind === 'delivered';
  return { reached, by: reached ? ispOf(topology, answer) : '' };
}

/** Tables whose active default route leaves by an ISP. */
function tablesBy({ linux }: Reading, { topology }: LabIsp): string {
  const own = linux.rib.routes.filter(
    ({ active, destination, gateways }) =>
      active &&
      isDefault(destination) &&
      gateways.some(({ nextHops }) => nextHops.some(hop => hop.interface === topology.interface)),
  );
  return [...new Set(own.map(({ table }) => table))].join(', ');
}

async function send(lab: Lab, isp: LabIsp, packet: Packet): Promise<Fate> {
  const [source, target] = [printIpv4(packet.src), printIpv4(packet.dst)];
  const leave = comeInBy(lab, isp, [source], [target]);
  watchTrials(lab.router.ns, [source]);
  const end = call(lab.internet.ns, packet);
  try {
    const look = () => seenInTrials(lab.router.ns);
    await waitFor(() => look().answers.length > 0, 1500);
    const { taken, answers } = look();
    const out = answers.find(({ address }) => address === packet.src)?.out;
    const by = lab.isps.find(({ topology }) => topology.interface === out)?.name ?? '';
    return { reached: taken.size > 0, by };
  } finally {
    end();
    leave();
    stopWatching(lab.router.ns);
  }
}
