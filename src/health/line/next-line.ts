import { fadedMs, learned } from './faded.ts';
import { changedVerdict } from './judgement.ts';
import { isDeciding, neededOf, withTarget } from './judges.ts';
import type { LineEffect, LineEvent, LineMachine, LineStep, Probe } from './machine.ts';
import {
  acquaint,
  bothWaysMs,
  countEvery,
  gapHalfLifeMs,
  lateMs,
  lifeMs,
  ownTrouble,
  provedMs,
  silentAfter,
} from './parameters.ts';
import { askSlowly, type Sending, silently } from './probing.ts';
import { lackOf, withSample } from './quality.ts';
import { answeredDead, askDead, missedDead } from './revival.ts';
import { silenceOf, timeoutOf, withFirstTrip, withRoundTrip } from './round-trip.ts';
import { pursue, relieved, type Suspect, suspectWakeMs, suspicion } from './suspicion.ts';

/** What a line that is watched does next. Pure. */
export function nextLine(machine: LineMachine, event: LineEvent, nowMs: number): LineStep {
  const { machine: moved, effects } = heard(machine, event, nowMs);
  const said = changedVerdict(moved, nowMs);
  const after = said ? { ...moved, verdict: said.verdict } : moved;
  const all: readonly LineEffect[] = said ? [...effects, { kind: 'verdict', ...said }] : effects;
  return { machine: after, effects: all, wakeMs: wakeMs(after, nowMs) };
}

function heard(machine: LineMachine, event: LineEvent, nowMs: number): Sending {
  switch (event.kind) {
    case 'reply':
      return silently(onReply(machine, event.seq, event.rttMs, nowMs));
    case 'traffic':
      return silently(onTraffic(machine, event.arrived, event.left, nowMs));
    case 'wake':
      return act({ ...expire(machine, nowMs), lookedMs: nowMs }, nowMs);
  }
}

function onReply(machine: LineMachine, seq: number, rttMs: number, nowMs: number): LineMachine {
  const probe = machine.pending.find(one => one.seq === seq);
  if (!probe) return machine;
  const { target } = probe;
  const pending = machine.pending.filter(one => one !== probe);
  const known = { heard: true, misses: 0, missedMs: undefined, silent: false };
  const answered = withTarget({ ...machine, pending }, target, known);
  if (!isDeciding(answered, target)) return gatewayAnswered(answered, probe);
  const sampled = probe.purpose === 'slow' ? withOutcome(answered, rttMs) : answered;
  const trips = (seq === 1 ? withFirstTrip : withRoundTrip)(machine.trips, rttMs);
  return proved({ ...sampled, trips }, probe, nowMs);
}

function withOutcome(machine: LineMachine, rttMs: number | undefined): LineMachine {
  const samples = withSample(machine.samples, rttMs);
  return { ...machine, samples, sampled: machine.sampled + 1, lack: lackOf(samples, machine.lack) };
}

function gatewayAnswered(machine: LineMachine, { seq }: Probe): LineMachine {
  const { phase } = machine;
  if (phase.kind !== 'suspect' || seq < phase.first) return machine;
  return { ...machine, phase: { ...phase, gatewayHeard: true } };
}

/** A deciding target answered. */
function proved(machine: LineMachine, { seq, target }: Probe, nowMs: number): LineMachine {
  const alive = { ...machine, aliveMs: nowMs };
  const { phase } = alive;
  if (phase.kind === 'calm') return alive;
  if (phase.kind === 'down') return answeredDead(alive, phase, { seq, target }, nowMs);
  const answered = phase.heard.includes(target) ? phase.heard : [...phase.heard, target];
  const isEnough = answered.length >= neededOf(alive);
  return isEnough ? relieved(alive, phase, nowMs) : { ...alive, phase: { ...phase, heard: answered } };
}

/** Packets that came in prove life; packets that left begin a silence, but on a dead line, whose silence teaches nothing. */
function onTraffic(machine: LineMachine, arrived: number, left: number, nowMs: number): LineMachine {
  const { traffic, phase } = machine;
  const outMs = left > 0 ? nowMs : traffic.outMs;
  if (phase.kind === 'down')
    return { ...machine, traffic: { ...traffic, outMs, ...(arrived > 0 && { inMs: nowMs }) } };
  if (arrived === 0) {
    const unansweredMs = traffic.unansweredMs ?? (left > 0 ? nowMs : undefined);
    return { ...machine, traffic: { ...traffic, outMs, unansweredMs } };
  }
  const waited = traffic.unansweredMs === undefined ? 0 : nowMs - traffic.unansweredMs;
  const gap = learned(traffic.gap, waited, gapHalfLifeMs, nowMs);
  const seen = { ...machine, traffic: { inMs: nowMs, outMs, gap, armed: isAskable(machine) } };
  const alive = { ...seen, aliveMs: nowMs };
  return phase.kind === 'suspect' ? relieved(alive, phase, nowMs) : alive;
}

/** Without anybody to ask nothing can be suspected. */
const isAskable = ({ deciding }: LineMachine): boolean => deciding.length > 0;

/** Probes whose time is over are missed; those that are long over are lost. */
function expire(machine: LineMachine, nowMs: number): LineMachine {
  const limitMs = timeoutOf(machine.trips);
  const isOver = ({ sentMs, missed }: Probe): boolean => !missed && nowMs >= sentMs + limitMs;
  const isLost = ({ sentMs }: Probe): boolean => nowMs >= sentMs + lateMs;
  if (!machine.pending.some(probe => isOver(probe) || isLost(probe))) return machine;
  const missed = machine.pending.filter(isOver);
  const lost = machine.pending.filter(isLost);
  const pending = machine.pending.filter(probe => !isLost(probe));
  const marked = pending.map(probe => (isOver(probe) ? { ...probe, missed: true } : probe));
  const counted = lost.reduce(countLost, { ...machine, pending: marked });
  return missed.reduce((now, probe) => miss(now, probe, nowMs), counted);
}

/**
 * Only slow probes of deciding targets, while the line lives, show its loss: bursts are sent because one was lost. A
 * target that is missed again and again is its own trouble, not the line's.
 */
function countLost(machine: LineMachine, { purpose, target }: Probe): LineMachine {
  const isOfLine = purpose === 'slow' && machine.phase.kind === 'calm' && isDeciding(machine, target);
  const counts = isOfLine && (machine.targets[target]?.misses ?? 0) < ownTrouble;
  return counts ? withOutcome(machine, undefined) : machine;
}

function miss(machine: LineMachine, { purpose, target, sentMs }: Probe, nowMs: number): LineMachine {
  const { phase, aliveMs = Number.NEGATIVE_INFINITY } = machine;
  if (!isDeciding(machine, target)) return machine;
  if (phase.kind === 'down') return { ...machine, phase: missedDead(phase) };
  if (purpose !== 'slow') return machine;
  const known = missedOnceMore(machine, target, sentMs, nowMs);
  if (phase.kind === 'suspect' || aliveMs > sentMs) return known;
  return { ...known, phase: suspicion(known, sentMs, true, nowMs) };
}

/** A target that is missed again and again while others answer is silent by itself. */
function missedOnceMore(machine: LineMachine, key: string, sentMs: number, nowMs: number): LineMachine {
  const { misses = 0, missedMs = sentMs } = machine.targets[key] ?? {};
  const isLong = misses + 1 >= silentAfter.misses && nowMs - missedMs >= silentAfter.ms;
  const isAlive = (machine.aliveMs ?? Number.NEGATIVE_INFINITY) > missedMs;
  return withTarget(machine, key, { misses: misses + 1, missedMs, silent: isLong && isAlive });
}

/** What is due now. */
function act(machine: LineMachine, nowMs: number): Sending {
  const { phase } = machine;
  switch (phase.kind) {
    case 'suspect':
      return pursue(machine, hurried(machine, phase, nowMs), nowMs);
    case 'down':
      return askDead(machine, phase, nowMs);
    case 'calm':
      return calm(machine, nowMs);
  }
}

function calm(machine: LineMachine, nowMs: number): Sending {
  const { traffic } = machine;
  const { unansweredMs } = traffic;
  if (unansweredMs !== undefined && nowMs >= silenceEndMs(machine, nowMs)) {
    const asked = { ...machine, traffic: { ...traffic, armed: false } };
    const phase = suspicion(machine, unansweredMs, !wasBothWays(machine), nowMs);
    return pursue(asked, phase, nowMs);
  }
  return nowMs >= slowDueMs(machine) ? askSlowly(machine, nowMs) : silently(machine);
}

/** An idle line was suspected, and now traffic goes unanswered where it was answered before: no need for patience. */
function hurried(machine: LineMachine, phase: Suspect, nowMs: number): Suspect {
  const isClear = phase.patient && nowMs >= silenceEndMs(machine, nowMs) && wasBothWays(machine);
  return isClear ? { ...phase, patient: false } : phase;
}

/** When traffic will have been unanswered for longer than this line's answers take; never, where it was asked about before. */
function silenceEndMs({ traffic, trips }: LineMachine, nowMs: number): number {
  const { unansweredMs, gap, armed } = traffic;
  if (unansweredMs === undefined || !armed) return Number.POSITIVE_INFINITY;
  return unansweredMs + silenceOf(trips, fadedMs(gap, gapHalfLifeMs, nowMs));
}

const wasBothWays = ({ traffic: { inMs, unansweredMs = 0 } }: LineMachine): boolean =>
  unansweredMs - inMs <= bothWaysMs;

/** Traffic that came in after the last slow probe makes the next one less urgent. */
function slowDueMs({ slow, slowMs, traffic, watch }: LineMachine): number {
  if (slow > 0 && slow < acquaint.probes) return slowMs + Math.min(acquaint.everyMs, watch.slowMs);
  const urgent = Math.max(inStep(slowMs + watch.slowMs, watch.slowMs), traffic.inMs + lifeMs);
  return Math.min(urgent, slowMs + Math.max(provedMs, watch.slowMs));
}

/** Idle lines are asked, and their counters looked at, in step: one wake-up is for all of them. Never later than `dueMs`. */
function inStep(dueMs: number, everyMs: number): number {
  const step = everyMs % countEvery.idle === 0 ? countEvery.idle : everyMs;
  return Math.floor(dueMs / step) * step;
}

function wakeMs(machine: LineMachine, nowMs: number): number {
  const { phase } = machine;
  const limitMs = timeoutOf(machine.trips);
  const over = machine.pending.filter(({ missed }) => !missed).map(({ sentMs }) => sentMs + limitMs);
  const next = phaseWakeMs(machine, nowMs);
  const isCounted = phase.kind !== 'down' && machine.watch.counted;
  const counts = isCounted ? machine.lookedMs + countPause(machine, nowMs) : next;
  return Math.max(nowMs, Math.min(next, counts, ...over));
}

function phaseWakeMs(machine: LineMachine, nowMs: number): number {
  const { phase } = machine;
  if (phase.kind === 'suspect') return suspectWakeMs(machine, phase, nowMs);
  if (phase.kind === 'down') return phase.nextMs;
  return Math.min(slowDueMs(machine), silenceEndMs(machine, nowMs));
}

function countPause({ traffic: { inMs, outMs } }: LineMachine, nowMs: number): number {
  return nowMs - Math.max(inMs, outMs) < bothWaysMs ? countEvery.active : countEvery.idle;
}
