import { noOrigin, type Origin, type Router, tableOfInterface } from '../model/index.ts';
import type { Candidate } from './candidate.ts';
import { connectedNetwork, type HeldAddress, type World } from './world/world.ts';

/** Networks of the addresses the machine has: distance 0, scope 10 / 5 (docs/routeros.md#scope). */
export function connectedCandidates(router: Router, world: World): Candidate[] {
  return Object.values(world.interfaces).flatMap(({ name, addresses }) => {
    const table = tableOfInterface(router, name);
    const originOf = originsOf(router, name);
    return addresses.map(address => connected(name, table, address, originOf(address)));
  });
}

function connected(name: string, table: string, address: HeldAddress, origin: Origin): Candidate {
  return {
    destination: connectedNetwork(address),
    table,
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
    origin,
    veto: undefined,
  };
}

/** The statement that put an address there: `/ip address`, or the DHCP client of the interface. */
function originsOf(router: Router, name: string): (held: HeldAddress) => Origin {
  const own = router.addresses.filter(item => item.interface === name);
  // The last entry of a key stays in a Map, and of several statements the first one is meant.
  const stated = new Map(own.reverse().map(item => [item.address.address, item.origin]));
  const client = router.dhcpClients.find(item => item.interface === name && !item.disabled);
  return ({ address }) => stated.get(address) ?? client?.origin ?? noOrigin;
}
