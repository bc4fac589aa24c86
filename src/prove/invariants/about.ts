import type { FirewallRule } from '../../model/index.ts';
import { canariesOf } from '../../rib/index.ts';
import type { Prepared } from '../../walk/index.ts';
import { enabledRules } from '../classes/bounds.ts';
import type { PacketClass } from '../classes/classes.ts';
import { forwardsOf } from '../served/closed-forwards.ts';
import { servedBy } from '../served/servers.ts';
import type { InvariantName } from './breach.ts';
import { invariantsOf } from './invariants.ts';

/** Invariants about which the text has anything: of the others there is nothing to hold or to be broken. */
export function aboutWhat(healthy: Prepared, classes: readonly PacketClass[]): readonly InvariantName[] {
  const { router } = healthy;
  const rules = enabledRules(router);
  const marks = rules.filter(({ action }) => action.kind === 'mark-routing');
  const ofText: readonly (readonly [InvariantName, boolean])[] = [
    ['pcc-is-complete', rules.some(isBalanced)],
    ['tables-are-live', marks.some(({ action }) => action.kind === 'mark-routing' && action.mark !== 'main')],
    ['routes-resolve', canariesOf(router).length > 0],
    ['vpn-servers-answer', servedBy(router).length > 0 && healthy.wans.length > 0],
    ['forward-works-outside', forwardsOf(healthy).length > 0],
    ['marks-are-reached', healthy.lans.length > 0 && rules.some(isMarkingArrivals)],
  ];
  const ofPackets = classes.flatMap(({ direction, asked }) =>
    invariantsOf(direction).filter(name => name !== 'tunnels-lead-outside' || asked?.tunnel !== undefined),
  );
  return [...new Set([...ofPackets, ...ofText.flatMap(([name, isSo]) => (isSo ? [name] : []))])];
}

const isBalanced = ({ matchers, action }: FirewallRule): boolean =>
  action.kind === 'mark-connection' && matchers.some(({ kind }) => kind === 'per-connection-classifier');

const isMarkingArrivals = ({ chain, action }: FirewallRule): boolean =>
  chain === 'prerouting' && (action.kind === 'mark-connection' || action.kind === 'mark-routing');
