import { contentOf, mainTable, type Route, type Router, semanticsOf } from '../../../model/index.ts';
import { isIpv4 } from '../../../net/index.ts';
import { lineMarkedFor } from '../../../prove/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import { add, type Change, type Mend, set } from '../../fix/change.ts';
import type { Subject } from '../../subject.ts';
import { defaultRoutes, gatewayText, outsOf } from './routes.ts';

/** Default routes with one gateway that the text states and that are reached; those of main first. */
const statedWays = (subject: Pick<Subject, 'well'>): RibRoute[] =>
  defaultRoutes(subject)
    .filter(route => route.source === 'static' && route.gateways.length === 1 && outsOf(route).length > 0)
    .toSorted((a, b) => Number(b.table === mainTable) - Number(a.table === mainTable));

/** A second default route for the table of each of these, by the gateway of another line. */
export function secondWays(subject: Subject, lonely: readonly RibRoute[]): Mend | undefined {
  const changes = lonely.flatMap(route => secondWay(subject, route) ?? []);
  if (changes.length === 0 || changes.length < lonely.length) return undefined;
  return {
    changes,
    isSafe: false,
    note: {
      en: 'While its own line is down, a table then uses another line of the text: which one it shall be is yours to say.',
      id: 'Selama jalurnya sendiri mati, tabel memakai jalur lain yang ada di teks: jalur mana, Anda yang menentukan.',
    },
  };
}

function secondWay(subject: Subject, route: RibRoute): Change | undefined {
  const { router } = subject;
  const own = outsOf(route);
  const other = statedWays(subject).find(
    one => gatewayText(one) !== gatewayText(route) && !outsOf(one).some(name => own.includes(name)),
  );
  if (!other || !isStated(router, route)) return undefined;
  const { routeTableProperty } = semanticsOf(router.version);
  return add(
    '/ip route',
    {
      'dst-address': '0.0.0.0/0',
      gateway: gatewayText(other),
      [routeTableProperty]: route.table,
      distance: `${route.distance + 1}`,
      ...(other.checkGateway !== 'none' && { 'check-gateway': other.checkGateway }),
      ...(other.gateways.some(({ recursive }) => recursive) && { 'target-scope': `${other.targetScope}` }),
    },
    { behind: route },
  );
}

/** The item that a route comes from, where the text states it as a route. */
export const statedRoute = ({ routes }: Router, { origin }: RibRoute): Route | undefined =>
  routes.find(one => one.origin === origin);

const isStated = (router: Router, route: RibRoute): boolean => statedRoute(router, route) !== undefined;

/** Are two routes the same in all that they state? */
export function areAlike(router: Router, one: RibRoute, other: RibRoute): boolean {
  const [a, b] = [statedRoute(router, one), statedRoute(router, other)];
  return a !== undefined && b !== undefined && contentOf(a) === contentOf(b);
}

/** The gateway by which main uses the line whose connections are marked for a table; not where it has several. */
function gatewayFor(subject: Subject, table: string): { gateway: string; line: string } | undefined {
  const line = lineMarkedFor(subject.router, table);
  if (line === undefined) return undefined;
  const ways = statedWays(subject).filter(
    route => route.table === mainTable && outsOf(route).every(name => name === line),
  );
  const [gateway, ...more] = new Set(ways.map(gatewayText));
  return gateway !== undefined && more.length === 0 && isIpv4(gateway) ? { gateway, line } : undefined;
}

/** The default routes of a table get the gateway of the line that the table is for; one is added where there is none. */
export function ownGateway(subject: Subject, table: string): Mend | undefined {
  const { router } = subject;
  const found = gatewayFor(subject, table);
  if (!found) return undefined;
  const { gateway, line } = found;
  const own = defaultRoutes(subject).filter(route => route.table === table && isStated(router, route));
  return {
    changes:
      own.length > 0
        ? own.filter(route => !route.active).map(route => set(route, 'gateway', gateway))
        : routeFor(router, table, gateway),
    isSafe: false,
    note: {
      en: `${gateway} is taken for the gateway of ${line}, as in main, and ${table} for the table of ${line}, as its connections are marked for it.`,
      id: `${gateway} dianggap gateway ${line}, seperti di main, dan ${table} dianggap tabel ${line}, karena koneksinya ditandai untuk tabel itu.`,
    },
  };
}

function routeFor(router: Router, table: string, gateway: string): Change[] {
  const { routeTableProperty, impliedTables } = semanticsOf(router.version);
  const isKnown = impliedTables || router.routingTables.some(({ name }) => name === table);
  const route = {
    'dst-address': '0.0.0.0/0',
    gateway,
    [routeTableProperty]: table,
    'check-gateway': 'ping',
  };
  return [...(isKnown ? [] : [add('/routing table', { name: table, fib: 'yes' })]), add('/ip route', route)];
}
