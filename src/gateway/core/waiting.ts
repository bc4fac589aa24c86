import { rolesOf } from '../../model/index.ts';
import { clientOf } from '../../rib/index.ts';
import type { WaitingLine } from './gateway-event.ts';
import { usedLeases } from './leases/index.ts';
import type { GatewayState } from './state.ts';

/** The WANs that are not up yet. */
export function waitingLines(state: GatewayState): readonly WaitingLine[] {
  const { interfaces, config } = state;
  const { leases } = usedLeases(state);
  return rolesOf(config.router).wans.flatMap((line): WaitingLine[] => {
    const link = interfaces[line];
    if (!link) return [{ line, for: 'interface' }];
    if (!link.running) return [{ line, for: 'carrier' }];
    return clientOf(config.router, line) && !leases[line] ? [{ line, for: 'lease' }] : [];
  });
}
