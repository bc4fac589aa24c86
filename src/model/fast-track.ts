import type { Said } from '../text/index.ts';
import { type FirewallRule, rulesOf } from './items/rule.ts';
import { QueueOrder } from './queue-order.ts';
import type { Router } from './router.ts';

/** FastTrack needs FastPath: `/ip settings allow-fast-path=no` turns both off (docs/routeros.md#fasttrack). */
export function allowsFastTrack({ settings }: Router): boolean {
  return settings.ip.properties['allow-fast-path'] !== 'no';
}

export type Passed = 'routing marks' | 'queues';

/**
 * What of the text a packet that this rule has put on the fast track passes by, so that it makes a difference, as the
 * names of a sentence.
 */
export function passedByFastTrack(router: Router, rule: FirewallRule): readonly Passed[] {
  if (!allowsFastTrack(router)) return [];
  return [
    ...(marksPassedByFastTrack(router, rule).length > 0 ? ['routing marks' as const] : []),
    ...(passesQueues(router) ? ['queues' as const] : []),
  ];
}

/** The names of what it passes by, in a sentence. */
export const passedText: Readonly<Record<Passed, Said>> = {
  'routing marks': { en: 'routing marks', id: 'routing mark' },
  queues: { en: 'queues', id: 'queue' },
};

/** Simple queues and the global tree; of the tree of an interface only what rules must have marked. */
function passesQueues({ simpleQueues, queueTrees, interfaces }: Router): boolean {
  const order = new QueueOrder(queueTrees);
  const names = new Set(interfaces.map(({ name }) => name));
  return (
    simpleQueues.some(({ disabled }) => !disabled) ||
    order.enabled.some(
      queue =>
        !names.has(order.withParents(queue).at(-1)?.parent ?? '') ||
        queue.packetMarks.some(mark => mark !== 'no-mark'),
    )
  );
}

/**
 * Enabled rules that give a routing mark to connections which this rule may put on the fast track. Output is the router's own,
 * which is never there.
 */
export const marksPassedByFastTrack = (router: Router, rule: FirewallRule): readonly FirewallRule[] =>
  rulesOf(router, 'ipv4').filter(
    one =>
      one.action.kind === 'mark-routing' &&
      !one.disabled &&
      one.chain !== 'output' &&
      canShareConnection(one, rule),
  );

/** Can both match packets of one connection? Not where each asks for another connection mark. */
function canShareConnection(one: FirewallRule, other: FirewallRule): boolean {
  const [a, b] = [askedMark(one), askedMark(other)];
  return a === undefined || b === undefined || a === b;
}

function askedMark({ matchers }: FirewallRule): string | undefined {
  return matchers.flatMap(one => (one.kind === 'connection-mark' && !one.negated ? [one.mark] : []))[0];
}
