import type { FirewallRule } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import type { ChainIndex } from './chain-index.ts';
import { quote, setOf } from './condition.ts';

/**
 * What mark-routing rules of one chain need besides their own conditions, as disjoint alternatives. In output only
 * packets whose first routing decision leaves by a WAN are re-routed: taken literally, the router's own ICMP errors and
 * resets to the LAN inherit the connection's mark and vanish into the ISP (docs/lab-notes.md#marks-in-output).
 * RouterOS's answers go missing there, too; a gateway that hides "fragmentation needed" is not worth copying.
 */
export function guardRouting(
  { wans, guards }: LinuxContext,
  chains: ChainIndex,
  rules: readonly FirewallRule[],
): readonly string[] {
  const [first] = rules;
  const hooks = first ? chains.hooksOf(first.table, first.chain) : [];
  if (wans.length === 0 || !hooks.includes('output')) return [''];
  for (const rule of rules) guards.push({ rule, kind: 'own-packets-leave-by', interfaces: wans });
  const leavesByWan = `oifname ${setOf(wans.map(quote))}`;
  if (hooks.length === 1) return [leavesByWan];
  // A chain that both hooks jump to: only what the router makes itself has no incoming interface.
  return ['meta iif != 0', `meta iif 0 ${leavesByWan}`];
}
