import type { Router } from '../../src/model/index.ts';
import {
  assumeWorld,
  computeRib,
  type KnownWorld,
  type LeaseRoutes,
  type Rib,
  type RibRoute,
  whyText,
} from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';

export const read = (text: string, version: '6.49' | '7.21' = '7.21'): Router =>
  readRouterOs(`# by RouterOS ${version}\n${text}`, { file: 'a.rsc' }).router;

export const ribOf = (router: Router, known: KnownWorld = {}, leaseRoutes: LeaseRoutes = {}): Rib =>
  computeRib(router, assumeWorld(router, known).world, { leaseRoutes });

const links = `/ip address add address=10.1.0.2/24 interface=ether1
/ip address add address=10.2.0.2/24 interface=ether2
/routing table add name=t2 fib
`;
export const rib = (routes: string, known?: KnownWorld): Rib => ribOf(read(links + routes), known);
export const v6 = (routes: string, known?: KnownWorld): Rib =>
  ribOf(read(links.replace(/\/routing.*\n/, '') + routes, '6.49'), known);

export const first = ({ routes }: Rib): RibRoute => {
  const [route] = routes;
  if (!route) throw new Error('no route');
  return route;
};
export const said = (why: RibRoute['why']): string => (why ? whyText(why, 'en') : '');
/** `state why` of the first gateway of the first route. */
export const gateway = (found: Rib): string => {
  const one = first(found).gateways[0];
  return one ? `${one.state}: ${said(one.why)}` : 'none';
};
export const keys = ({ checks }: Rib): string[] => checks.map(({ key }) => key);
export const actives = ({ routes }: Rib): string[] =>
  routes
    .filter(({ active, source }) => active && source !== 'connect')
    .map(
      ({ gateways, type, destination }) =>
        `${destination} ${gateways.map(({ text }) => text).join() || type}`,
    );
