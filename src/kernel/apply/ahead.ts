import { type ProgramRule, routeProtocol, rulePriority } from '../../linux/index.ts';
import { showRule } from '../netlink/index.ts';
import type { KernelPort } from '../port.ts';
import type { KernelRule } from '../types.ts';
import { act, type Pass } from './pass.ts';

// One rule of ours leads some packets past the kernel's first, `local`, and past all up to our own. It only saves time: what it
// leads on, the rules on the way would have let by. So it is left out where others have rules of theirs on the way, and where
// the order cannot be had.

const localTable = 255;

/** The rules as they can be had beside what is there. */
export function allowedRules(
  port: Pick<KernelPort, 'moveRuleBehind'>,
  wanted: readonly ProgramRule[],
  now: readonly KernelRule[],
): readonly ProgramRule[] {
  const isPassable = (target: number): boolean =>
    port.moveRuleBehind !== undefined &&
    now.some(isLocal) &&
    !now.some(rule => isForeign(rule) && rule.priority <= target);
  return wanted.filter(
    rule => !isAhead(rule) || (rule.action.kind === 'goto' && isPassable(rule.action.target)),
  );
}

/** The kernel adds a rule behind all of its priority: `local` goes behind ours, as the kernel itself made it. */
export function orderLocal(pass: Pass, now: readonly KernelRule[]): void {
  const { port } = pass.host;
  const [local, ...more] = now.filter(isLocal);
  const last = now.findLastIndex(rule => rule.protocol === routeProtocol && isAhead(rule));
  if (!local || last < 0) return;
  if (now.findLastIndex(isLocal) < last)
    act(pass, `put rule ${showRule(local)} behind ours`, () => port.moveRuleBehind?.(local));
  // Who was ended between the two steps of that left both.
  else if (more.length > 0) act(pass, `delete rule ${showRule(local)}`, () => port.deleteRule(local));
}

const isAhead = ({ family, priority }: Pick<KernelRule, 'family' | 'priority'>): boolean =>
  family === 'ipv4' && priority === rulePriority.ahead;

const isForeign = (rule: KernelRule): boolean =>
  rule.family === 'ipv4' && rule.protocol !== routeProtocol && !isLocal(rule);

const isLocal = (rule: KernelRule): boolean =>
  isAhead(rule) && showRule(rule) === `${rulePriority.ahead}: lookup ${localTable}`;
