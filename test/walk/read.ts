import { assumedWorld, computeRib } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { type Prepared, prepare, type WalkOptions } from '../../src/walk/index.ts';

/** One WAN, one LAN that is masqueraded; what a test adds begins in line 8. */
export const smallOffice = `/ip address
add address=10.0.0.2/24 interface=ether1
add address=192.168.0.1/24 interface=ether2
/ip route
add gateway=10.0.0.1
/ip firewall nat
add chain=srcnat action=masquerade out-interface=ether1
`;

/** The small office with more text, ready to walk. */
export function read(more: string, options: Partial<WalkOptions> = {}): Prepared {
  const { router } = readRouterOs(`${smallOffice}${more}`, { file: 'office.rsc', dialect: 'v7' });
  const world = assumedWorld(router, {});
  return prepare(router, computeRib(router, world), world, { engine: 'routeros', seed: 0, ...options });
}
