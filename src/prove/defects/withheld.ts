import { withheldVlans } from '../../model/index.ts';
import type { Prepared } from '../../walk/index.ts';
import type { Defect } from './defect.ts';

/** LANs on VLANs that a bridge keeps from the router: whatever rules say, nothing gets through there. */
export const withheldLans = ({ router, lans }: Prepared): Defect[] =>
  withheldVlans(router).flatMap(({ vlan, bridge, entry, isSure }) =>
    isSure && lans.includes(vlan.name)
      ? [
          {
            invariant: 'lan-reaches-router' as const,
            flaw: { kind: 'withheld-vlan' as const, vlan: vlan.name, bridge: bridge.name },
            origins: [(entry ?? vlan).origin],
          },
        ]
      : [],
  );
