import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Router } from '../../src/model/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { answerTo, laterPacket, makePacket, type Packet } from '../../src/walk/index.ts';
import { base } from './base.ts';
import { type Case, type Command, type Expectation, parseStep } from './notation.ts';
import { type Outcome, outcomeText, type Subject } from './subject.ts';

/** Why an implementation is not asked. */
interface LeftOut {
  readonly leftOut?: string | undefined;
}

/** Runs every case against one implementation. The kernel and the walk get the same suite (anchor: hono's routers). */
export function runSuite(make: () => Subject, cases: readonly (Case & LeftOut)[]): void {
  describe('conformance', () => {
    let subject: Subject;
    beforeAll(() => {
      subject = make();
    });
    afterAll(() => subject.close());
    for (const one of cases) {
      const title = one.leftOut === undefined ? one.says : `${one.says} (left out: ${one.leftOut})`;
      it.skipIf(one.leftOut !== undefined)(title, () => runCase(subject, one));
    }
  });
}

function runCase(subject: Subject, { config, steps, then = config }: Case): void {
  subject.load(routerOf(config), []);
  const talk: Talk = {};
  for (const step of steps) {
    const command = parseStep(step);
    if (command.kind === 'reload') subject.become(routerOf(then));
    else runStep(subject, talk, command, step);
  }
}

function routerOf(config: string): Router {
  const { router, diagnostics } = readRouterOs(base + config, { file: 'case.rsc', dialect: 'v7' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return router;
}

/** The packet before, and what became of it. */
interface Talk {
  packet?: Packet;
  outcome?: Outcome;
  /** The flow's own packet, where answers came in between. */
  flow?: Packet;
}

function runStep(
  subject: Subject,
  talk: Talk,
  command: Exclude<Command, { kind: 'reload' }>,
  step: string,
): void {
  if (command.kind === 'fault') {
    subject.change(command.faults);
    return;
  }
  const packet = nextPacket(talk, command);
  const { outcome } = subject.send(packet);
  if (command.kind !== 'answer' && command.kind !== 'error') talk.flow = packet;
  talk.packet = packet;
  talk.outcome = outcome;
  expect(differences(outcome, command.expect), `${step}\n${subject.name}: ${outcomeText(outcome)}`).toEqual(
    [],
  );
}

function nextPacket(
  { packet, outcome, flow }: Talk,
  command: Exclude<Command, { kind: 'fault' | 'reload' }>,
): Packet {
  if (command.kind === 'packet') return command.packet;
  if (!packet || !flow) throw new Error('nothing was sent before');
  if (command.kind === 'error') return errorAbout(packet, outcome, command);
  if (command.kind === 'later') return { ...laterPacket(flow), ...command.changes };
  return { ...answerOf(packet, outcome), ...command.changes };
}

/** What a router on the way says about a packet, which it quotes as it got it (RFC 792). */
function errorAbout(
  packet: Packet,
  outcome: Outcome | undefined,
  { in: arriving, src, changes }: Extract<Command, { kind: 'error' }>,
): Packet {
  if (outcome?.kind !== 'left') throw new Error('the packet before did not leave');
  const ends = { src: outcome.src.address, dst: outcome.dst.address };
  const ports = { srcPort: outcome.src.port || packet.srcPort, dstPort: outcome.dst.port || packet.dstPort };
  const quotes = { ...packet, ...ends, ...ports };
  return makePacket({ in: arriving, src, dst: ends.src, protocol: 'icmp', icmpType: 3, ...changes, quotes });
}

function answerOf(packet: Packet, outcome: Outcome | undefined): Packet {
  if (outcome?.kind === 'router') return { ...answerTo(packet), ttl: 99 };
  if (outcome?.kind !== 'left') throw new Error('nobody got the packet before');
  const { src, dst, out } = outcome;
  const ports = { srcPort: src.port || packet.srcPort, dstPort: dst.port || packet.dstPort };
  return answerTo({ ...packet, src: src.address, dst: dst.address, ...ports }, out);
}

function differences(outcome: Outcome, expected: Expectation): string[] {
  const { where, as, to, mark } = expected;
  const real = outcome.kind === 'left' ? outcome.out : outcome.kind;
  const text = outcomeText(outcome);
  const wrong = real === where ? [] : [`expected ${where}, not ${real}`];
  if (as !== undefined && !text.includes(` as ${as} `)) wrong.push(`expected as ${as}`);
  if (to !== undefined && !`${text},`.includes(` to ${to},`)) wrong.push(`expected to ${to}`);
  if (mark !== undefined && !text.endsWith(`, mark ${mark}`)) wrong.push(`expected mark ${mark}`);
  return wrong;
}
