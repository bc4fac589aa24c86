import { readRouterOs } from '../../rsc/index.ts';
import type { Interfaces, RunConfig } from '../core/index.ts';

/** Two WANs by static routes with checks, and a DHCP client: what decisions can be made about. */
export const twoWans = `
/routing settings set check-gateway-ping-interval=100ms check-gateway-ping-timeout=80ms check-gateway-ping-count=2
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
/ip dhcp-client add interface=ether3 default-route-distance=5
/ip route add dst-address=0.0.0.0/0 gateway=10.10.10.1 check-gateway=ping distance=1
/ip route add dst-address=0.0.0.0/0 gateway=20.20.20.1 check-gateway=ping distance=2
`;

export function runConfig(text: string = twoWans): RunConfig {
  const file = 'two.rsc';
  const { router } = readRouterOs(text, { file });
  return { file, router, leaseRoutes: {} };
}

/** Interfaces without addresses, running unless named in `down`. */
export function links(...down: readonly string[]): Interfaces {
  const names = ['ether1', 'ether2', 'ether3'];
  return Object.fromEntries(
    names.map(name => [name, { name, running: !down.includes(name), addresses: [] }]),
  );
}
