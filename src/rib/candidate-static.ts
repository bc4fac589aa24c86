import { type Gateway, isVrfTable, mainTable, type Route, type Router, semanticsOf } from '../model/index.ts';
import type { Candidate, CandidateGateway, LeaseRoutes } from './candidate.ts';
import { gatewayText } from './gateway-text.ts';
import type { Why } from './why.ts';
import type { World } from './world/world.ts';

/** `/ip route` in the order written. A route that a lease script names takes the lease's gateway. */
export function staticCandidates(router: Router, world: World, leaseRoutes: LeaseRoutes): Candidate[] {
  return router.routes.map(route => candidate(router, route, gatewaysOf(route, world, leaseRoutes)));
}

/** Until its client is bound the script has not run: the route stands as written. */
function gatewaysOf(route: Route, world: World, leaseRoutes: LeaseRoutes): readonly Gateway[] {
  const follows = followedInterface(route, leaseRoutes);
  const address = follows === undefined ? undefined : world.leases[follows]?.gateway;
  return address === undefined ? route.gateways : [{ ...route.gateways[0], address }];
}

function candidate(router: Router, route: Route, gateways: readonly Gateway[]): Candidate {
  return {
    destination: route.destination,
    table: route.table,
    type: route.type,
    source: 'static',
    dynamic: false,
    disabled: route.disabled,
    distance: route.distance,
    scope: route.scope,
    targetScope: route.targetScope,
    gateways: route.type === 'unicast' ? gateways.map(gateway => asCandidate(router, route, gateway)) : [],
    prefSrc: route.prefSrc,
    checkGateway: route.checkGateway,
    comment: route.comment,
    origin: route.origin,
    veto: route.disabled ? { kind: 'disabled' } : tableVeto(router, route.table),
  };
}

function followedInterface({ comment }: Route, leaseRoutes: LeaseRoutes): string | undefined {
  if (comment === '') return undefined;
  return Object.keys(leaseRoutes).find(name => leaseRoutes[name]?.includes(comment));
}

/** A route of a VRF looks for its gateway there, any other in main, unless it names a table. */
function asCandidate(router: Router, route: Route, gateway: Gateway): CandidateGateway {
  const text = gatewayText(gateway);
  const isOfVrf = gateway.table === undefined && isVrfTable(router, route.table);
  return isOfVrf ? { ...gateway, table: route.table, text } : { ...gateway, text };
}

/**
 * v7 keeps routes of tables without `fib` out of the kernel (docs/routeros.md#v6-and-v7-syntax); v6 has no such thing. A
 * VRF makes its table.
 */
export function tableVeto(router: Router, name: string): Why | undefined {
  if (name === mainTable || !semanticsOf(router.version).tableNeedsFib) return undefined;
  if (isVrfTable(router, name)) return undefined;
  const table = router.routingTables.find(item => item.name === name && !item.disabled);
  if (!table) return { kind: 'no-table', table: name };
  return table.fib ? undefined : { kind: 'table-without-fib', table: name };
}
