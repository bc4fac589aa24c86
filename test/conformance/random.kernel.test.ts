import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { answerTo, laterPacket, type Packet } from '../../src/walk/index.ts';
import { base } from './base.ts';
import { balancingRouter, randomRouter } from './random.ts';
import { randomPacket } from './random-packet.ts';
import { type Outcome, outcomeText, type Seen, sureText } from './subject.ts';
import { KernelSubject } from './subject-kernel.ts';
import { WalkSubject } from './subject-walk.ts';

/** How many routers, and packets for each before answers and later ones. */
const size = {
  routers: Number(process.env['CONFORMANCE_ROUTERS'] ?? 300),
  packets: 40,
  shrink: process.env['CONFORMANCE_SHRINK'] !== 'no',
};

/** Set another one to search elsewhere: CONFORMANCE_SEED=7. */
const seed = Number(process.env['CONFORMANCE_SEED'] ?? 20_260_101);

let kernel: KernelSubject;
const walker = new WalkSubject('linux');

/** A packet and what the walk says of it. */
interface Step {
  readonly packet: Packet;
  readonly seen: Seen;
}

/**
 * Every packet begins a flow of its own: where two ask for the same translated port, the kernel draws another one at
 * random, and protocols without ports cannot be told apart at all.
 */
function distinct(packets: readonly Packet[]): Packet[] {
  const bare = new Set<number>();
  return packets.map((packet, i) => {
    const fromLan = packet.in === 'ether4' || packet.in === 'ether5';
    const isBare = packet.protocol === 47 && fromLan && !bare.has(packet.dst);
    if (packet.protocol === 47) bare.add(packet.dst);
    if (isBare || packet.protocol === 1) return { ...packet, icmpId: i + 1 };
    const protocol = packet.protocol === 47 ? 17 : packet.protocol;
    return { ...packet, protocol, srcPort: 40_000 + i, dstPort: packet.dstPort || 443 };
  });
}

/** Walks packets with the answers and later packets that follow from them: the kernel gets the very same ones. */
function walkAll(packets: readonly Packet[]): Step[] {
  return packets.flatMap(packet => {
    const first = { packet, seen: walker.send(packet) };
    const answer = answerOf(packet, first.seen.outcome);
    if (!answer) return [first];
    const next = laterPacket(packet);
    // A connection that nobody answers keeps what was decided, too; TCP would be another matter.
    const again = packet.protocol === 6 ? [] : [next, next];
    const unanswered = again.map(one => ({ packet: one, seen: walker.send(one) }));
    const back = { packet: answer, seen: walker.send(answer) };
    // What the router makes itself has a TTL of its own.
    const others = { ...next, dscp: 2, ...(next.in !== undefined && { ttl: 9 }) };
    // Several, as a connection keeps what was decided of its first packets; and some that differ from those.
    const later = [next, next, answer, others, next].map(one => ({ packet: one, seen: walker.send(one) }));
    return [first, ...unanswered, back, ...later];
  });
}

/** Where chance chose the way, the kernel may have gone another: no answer then. */
function answerOf(packet: Packet, outcome: Outcome): Packet | undefined {
  if (outcome.kind !== 'left' || outcome.oneOf || outcome.anyPort || packet.protocol === 47) return undefined;
  const { src, dst, out } = outcome;
  const sent = { ...packet, src: src.address, srcPort: src.port, dst: dst.address, dstPort: dst.port };
  return answerTo(sent, out);
}

const text = ({ outcome, state }: Seen): string => `${state}: ${outcomeText(outcome)}`;

const agree = (walked: Seen, real: Seen): boolean =>
  walked.state === real.state &&
  sureText(walked.outcome, walked.outcome) === sureText(real.outcome, walked.outcome);

type Faults = readonly Fault[];

const faults = fc.constantFrom<Faults>(
  [],
  [],
  [{ interface: 'ether1', kind: 'gateway' }],
  [{ interface: 'ether2', kind: 'gateway' }],
  [
    { interface: 'ether1', kind: 'gateway' },
    { interface: 'ether3', kind: 'gateway' },
  ],
);

/** The first packet of which walk and kernel do not say the same, as text; empty: they agree. */
function disagreement(config: string, given: readonly Packet[], later: Faults): string {
  const { router, diagnostics } = readRouterOs(base + config, { file: 'random.rsc', dialect: 'v7' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  for (const subject of [walker, kernel]) subject.load(router, []);
  if (kernel.keepsDecisions) keeping++;
  if (kernel.foreseesLines) foreseeing++;
  const packets = distinct(given);
  const before = firstDifference(walkAll(packets));
  if (before !== '' || later.length === 0) return before;
  for (const subject of [walker, kernel]) subject.change(later);
  return firstDifference(continueAll(packets));
}

/** After a fault: flows go on, and new ones begin. */
function continueAll(packets: readonly Packet[]): Step[] {
  const fresh = (packet: Packet): Packet => ({
    ...packet,
    srcPort: packet.srcPort === 0 ? 0 : packet.srcPort + 1000,
    icmpId: packet.icmpId + 1000,
  });
  return packets
    .flatMap(packet => [laterPacket(packet), fresh(packet)])
    .map(packet => ({ packet, seen: walker.send(packet) }));
}

function firstDifference(steps: readonly Step[]): string {
  const real = kernel.sendAll(steps.map(({ packet }) => packet));
  for (const { outcome } of real) tally[outcome.kind]++;
  const wrong = steps.findIndex(({ seen }, i) => !agree(seen, real[i] as Seen));
  const step = steps[wrong];
  if (!step) return '';
  return `${JSON.stringify(step.packet)}\nwalk:   ${text(step.seen)}\nkernel: ${text(real[wrong] as Seen)}`;
}

/** Shrinking a disagreement may take long; what was found by then is shown. */
const timeLimits = { interruptAfterTimeLimit: 210_000, markInterruptAsFailure: true };

/** What the kernel did, counted: a suite in which everything is dropped proves nothing. */
const tally = { left: 0, router: 0, gone: 0 };
/** Routers whose connections keep decisions. */
let keeping = 0;
/** Routers whose first packets come with their line. */
let foreseeing = 0;

describe.each([
  { name: 'decisions are kept', plain: false, lines: false, routers: size.routers },
  {
    name: 'every packet is asked by every rule',
    plain: true,
    lines: false,
    routers: Math.ceil(size.routers / 5),
  },
  { name: 'connections carry their line', plain: false, lines: true, routers: Math.ceil(size.routers / 3) },
])('walk and kernel: $name', ({ plain, lines, routers }) => {
  beforeAll(() => {
    kernel = new KernelSubject({ plain, lines });
    keeping = 0;
    foreseeing = 0;
  });

  afterAll(() => kernel.close());

  it('say the same of random packets in random routers', () => {
    const cases = fc.property(
      fc.oneof(randomRouter, balancingRouter),
      fc.array(randomPacket, { minLength: size.packets, maxLength: size.packets, size: 'max' }),
      faults,
      (config, packets, later) => {
        const found = disagreement(config, packets, later);
        if (found !== '') throw new Error(`${found}\n${JSON.stringify(later)}\n${config}`);
      },
    );
    fc.assert(cases, { numRuns: routers, seed, endOnFailure: !size.shrink, ...timeLimits });
    // 20 000 packets for 300 routers.
    expect(tally.left + tally.router + tally.gone).toBeGreaterThan(routers * 67);
    expect(tally.left).toBeGreaterThan(tally.gone / 2);
    expect(tally.router).toBeGreaterThan(0);
    expect(keeping > 0).toBe(!plain);
    expect(foreseeing > 0).toBe(lines);
  }, 240_000);
});
