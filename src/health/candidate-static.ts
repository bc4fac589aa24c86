import { type Gateway, mainTable, type Route, type Router } from '../model/index.ts';
import type { Candidate, CandidateGateway, LeaseRoutes } from './candidate.ts';
import { gatewayText } from './gateway-text.ts';
import type { World } from './world.ts';

/** `/ip route` in the order written. A route that a lease script names takes the lease's gateway. */
export function staticCandidates(router: Router, world: World, leaseRoutes: LeaseRoutes): Candidate[] {
  return router.routes.map(route => {
    const follows = followedInterface(route, leaseRoutes);
    return follows === undefined
      ? candidate(router, route, route.gateways, '')
      : leased(router, route, world, follows);
  });
}

function candidate(router: Router, route: Route, gateways: readonly Gateway[], veto: string): Candidate {
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
    gateways: route.type === 'unicast' ? gateways.map(withText) : [],
    prefSrc: route.prefSrc,
    checkGateway: route.checkGateway,
    comment: route.comment,
    origin: route.origin,
    veto: route.disabled ? 'It is disabled.' : veto || tableVeto(router, route.table),
  };
}

function leased(router: Router, route: Route, world: World, name: string): Candidate {
  const address = world.leases[name]?.gateway;
  return address === undefined
    ? candidate(router, route, route.gateways, `The lease script of ${name} waits for a lease.`)
    : candidate(router, route, [{ ...route.gateways[0], address }], '');
}

function followedInterface({ comment }: Route, leaseRoutes: LeaseRoutes): string | undefined {
  if (comment === '') return undefined;
  return Object.keys(leaseRoutes).find(name => leaseRoutes[name]?.includes(comment));
}

function withText(gateway: Gateway): CandidateGateway {
  return { ...gateway, text: gatewayText(gateway) };
}

/** v7 keeps routes of tables without `fib` out of the kernel (routeros.md section 3.1); v6 has no such thing. */
export function tableVeto(router: Router, name: string): string {
  if (name === mainTable || router.version.dialect === 'v6') return '';
  const table = router.routingTables.find(item => item.name === name && !item.disabled);
  if (!table) return `There is no routing table ${name}.`;
  return table.fib ? '' : `Table ${name} has no fib: the kernel never looks into it.`;
}
