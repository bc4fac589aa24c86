import { mainTable, makeRoute, type Route, type Router } from '../../../../model/index.ts';
import { isDefault } from '../../../../net/index.ts';
import type { Topology } from '../../../topology/topology.ts';
import { balancers, type Method, type MethodPlace, withMangle } from './method.ts';

/**
 * ECMP: no marks on what comes from the LAN, and one default route with every ISP's gateway, each as often as its
 * rate is worth. Marks of connections from outside stay, so that answers leave by the ISP they came in by.
 */
export const ecmp: Method = {
  name: 'ecmp',
  title: 'ECMP',
  apply(router: Router, { topology }: MethodPlace): Router {
    const rules = balancers(router);
    const mangle = router.firewall.ipv4.mangle.filter(
      rule => !rules.includes(rule) && !(rule.chain === 'prerouting' && rule.action.kind === 'mark-routing'),
    );
    const routes = [...router.routes.filter(route => !isMainDefault(route)), ecmpRoute(topology)];
    const dhcpClients = router.dhcpClients.map(client => ({ ...client, addDefaultRoute: 'no' as const }));
    return { ...withMangle(router, mangle), routes, dhcpClients };
  },
};

const isMainDefault = ({ destination, table }: Route): boolean =>
  isDefault(destination) && table === mainTable;

function ecmpRoute({ isps }: Topology): Route {
  const rates = isps.map(({ rate }) => rate.download ?? 1);
  const unit = rates.reduce(gcd);
  const gateways = isps.flatMap(({ gateway, rate }) =>
    Array.from({ length: Math.round((rate.download ?? 1) / unit) }, () => ({ address: gateway })),
  );
  return makeRoute({ gateways, checkGateway: 'ping' });
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
