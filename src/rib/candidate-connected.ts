import { noOrigin, type Origin, type Router, tableOfInterface } from '../model/index.ts';
import type { Candidate } from './candidate.ts';
import { connectedNetwork, type HeldAddress, type World } from './world/world.ts';

/** Networks of the addresses the machine has: distance 0, scope 10 / 5 (docs/routeros.md#scope). */
export function connectedCandidates(router: Router, world: World): Candidate[] {
  return Object.values(world.interfaces).flatMap(({ name, addresses }) =>
    addresses.map(address => connected(router, name, address)),
  );
}

function connected(router: Router, name: string, address: HeldAddress): Candidate {
  return {
    destination: connectedNetwork(address),
    table: tableOfInterface(router, name),
    type: 'unicast',
    source: 'connect',
    dynamic: true,
    disabled: false,
    distance: 0,
    scope: 10,
    targetScope: 5,
    gateways: [{ interface: name, text: name }],
    prefSrc: address.address,
    checkGateway: 'none',
    comment: '',
    origin: originOf(router, name, address),
    veto: undefined,
  };
}

/** The statement that put the address there: `/ip address`, or the DHCP client of the interface. */
function originOf(router: Router, name: string, { address }: HeldAddress): Origin {
  const stated = router.addresses.find(item => item.interface === name && item.address.address === address);
  const client = router.dhcpClients.find(item => item.interface === name && !item.disabled);
  return (stated ?? client)?.origin ?? noOrigin;
}
