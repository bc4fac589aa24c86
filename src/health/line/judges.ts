import type { LineTarget, LineWatch } from './line-watch.ts';
import type { LineMachine, TargetState } from './machine.ts';

/**
 * The targets that decide: those beyond the gateway, else the gateway itself; of them those that are not silent by
 * themselves, unless all are. Silence speaks against a line only where its configuration asks, or an answer has come.
 */
export function decidingOf(
  { targets: all }: LineWatch,
  known: Readonly<Record<string, TargetState>>,
): readonly LineTarget[] {
  const able = all.filter(({ key, stated }) => stated || known[key]?.heard === true);
  const beyond = able.filter(({ place }) => place === 'beyond');
  const among = beyond.length > 0 ? beyond : able;
  const answering = among.filter(({ key }) => known[key]?.silent !== true);
  return answering.length > 0 ? answering : among;
}

/** Answers of so many of them prove life. */
export const neededOf = ({ watch, deciding }: LineMachine): number =>
  Math.max(1, Math.min(watch.need, deciding.length));

/** The gateway, where it does not decide but shows how far the line is dead. */
export const gatewayOf = ({ watch, deciding }: LineMachine): LineTarget | undefined =>
  watch.targets.find(one => one.place === 'gateway' && !deciding.includes(one));

export const isDeciding = ({ deciding }: LineMachine, target: string): boolean =>
  deciding.some(({ key }) => key === target);

/** The machine with news about a target. */
export function withTarget(machine: LineMachine, key: string, news: Partial<TargetState>): LineMachine {
  const before = machine.targets[key];
  if (!before) return machine;
  const after = { ...before, ...news };
  const targets = { ...machine.targets, [key]: after };
  if (after.heard === before.heard && after.silent === before.silent) return { ...machine, targets };
  return { ...machine, targets, deciding: decidingOf(machine.watch, targets) };
}
