import type { LinuxContext } from '../context.ts';
import { quote, setOf } from './condition.ts';

/**
 * What a mark-routing rule needs besides its own conditions, as disjoint alternatives. In output only packets whose
 * first routing decision leaves by a WAN are re-routed: taken literally, the router's own ICMP errors and resets to
 * the LAN inherit the connection's mark and vanish into the ISP (lab.md section 8.1). RouterOS's answers go missing
 * there, too; a gateway that hides "fragmentation needed" is not worth copying.
 */
export function routingGuard({ wans }: LinuxContext, hooks: readonly string[]): readonly string[] {
  if (wans.length === 0 || !hooks.includes('output')) return [''];
  const leavesByWan = `oifname ${setOf(wans.map(quote))}`;
  if (hooks.length === 1) return [leavesByWan];
  // A chain that both hooks jump to: only what the router makes itself has no incoming interface.
  return ['meta iif != 0', `meta iif 0 ${leavesByWan}`];
}
