import { gatewayOf, withTarget } from './judges.ts';
import type { LineTarget } from './line-watch.ts';
import type { LineEffect, LineMachine, Probe } from './machine.ts';
import { otherEvery } from './parameters.ts';

/** A machine that has something sent. */
export interface Sending {
  readonly machine: LineMachine;
  readonly effects: readonly LineEffect[];
}

export const silently = (machine: LineMachine): Sending => ({ machine, effects: [] });

/** Sends one probe to each of these targets. */
export function ask(
  machine: LineMachine,
  targets: readonly LineTarget[],
  purpose: Probe['purpose'],
  nowMs: number,
): Sending {
  const probes = targets.map(({ key }, i): Probe => {
    return { seq: machine.seq + i + 1, target: key, sentMs: nowMs, purpose, missed: false };
  });
  const asked = probes.reduce((now, { target }) => withTarget(now, target, { askedMs: nowMs }), machine);
  return {
    machine: { ...asked, seq: machine.seq + probes.length, pending: [...machine.pending, ...probes] },
    effects: probes.map(({ seq, target }) => ({ kind: 'send', seq, target })),
  };
}

/** The next slow probe: to whom was missed last, else to whom was not asked for longest; now and then to one that does not decide. */
export function askSlowly(machine: LineMachine, nowMs: number): Sending {
  const { deciding } = machine;
  const others = machine.watch.targets.filter(target => !deciding.includes(target));
  const isOthers =
    others.length > 0 && (deciding.length === 0 || machine.slow % otherEvery === otherEvery - 1);
  const missed = deciding.filter(({ key }) => (machine.targets[key]?.misses ?? 0) > 0);
  const [group = []] = [isOthers ? others : [], missed, deciding].filter(some => some.length > 0);
  const target = longestUnasked(machine, group);
  const counted = { ...machine, slow: machine.slow + 1, slowMs: nowMs };
  return target ? ask(counted, [target], 'slow', nowMs) : silently(counted);
}

/** One probe to a deciding target, in turn; to the gateway with each third of them. */
export function askAll(
  machine: LineMachine,
  nth: number,
  purpose: 'burst' | 'revive',
  nowMs: number,
): Sending {
  const target = longestUnasked(machine, machine.deciding);
  const gateway = nth % 3 === 0 ? gatewayOf(machine) : undefined;
  const asked = [target, gateway].filter(one => one !== undefined);
  return ask(machine, asked, purpose, nowMs);
}

function longestUnasked({ targets }: LineMachine, group: readonly LineTarget[]): LineTarget | undefined {
  const since = ({ key }: LineTarget): number => targets[key]?.askedMs ?? Number.NEGATIVE_INFINITY;
  return group.reduce<LineTarget | undefined>(
    (first, one) => (first === undefined || since(one) < since(first) ? one : first),
    undefined,
  );
}
