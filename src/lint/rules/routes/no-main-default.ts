import { type Kept, mainTable } from '../../../model/index.ts';
import { isIpv4 } from '../../../net/index.ts';
import { areAddressesSaid } from '../../../prove/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import { defaultRoutes, gatewayText, outsOf, statedRoute } from '../../ask/routes/index.ts';
import { add, type Mend } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Tables of marks with default routes, and main without one (docs/routeros.md#table-look-up). */
export const noMainDefault: Rule = {
  id: 'routes/no-main-default',
  level: 'error',
  title: { en: 'main has no default route', id: 'main tidak punya rute default' },
  why: {
    en: 'The router itself (DNS, NTP, updates, VPN), packets without a mark and connections whose own line is down have nowhere to go.',
    id: 'Router sendiri (DNS, NTP, update, VPN), paket tanpa mark, dan koneksi yang jalurnya mati tidak punya jalan keluar.',
  },
  check(subject) {
    const routes = defaultRoutes(subject);
    const [first] = routes.filter(({ source }) => source === 'static');
    if (!first || routes.some(({ table }) => table === mainTable) || mayComeLater(subject)) return [];
    const tables = [...new Set(routes.map(({ table }) => table))].join(', ');
    // A part of one table, or without the addresses of its lines, leaves main to the rest.
    if (subject.isPart && !(tables.includes(',') && areAddressesSaid(subject))) return [];
    return [
      {
        at: first,
        what: {
          en: `Only ${tables} ${tables.includes(',') ? 'have' : 'has'} a default route; main has none.`,
          id: `Hanya ${tables} yang punya rute default; main tidak punya.`,
        },
        do: {
          en: 'Add a default route to main for each line, the better line with the smaller distance, each with check-gateway=ping.',
          id: 'Tambahkan rute default di main untuk setiap jalur, jalur yang lebih baik dengan distance lebih kecil, masing-masing dengan check-gateway=ping.',
        },
        fix: ofMain(subject, routes),
      },
    ];
  },
};

/** May a statement that is not carried out, or a client of the rest, give main its default route? */
function mayComeLater({ router: { kept, dhcpClients }, well }: Subject): boolean {
  const isOfRoutes = ({ text, origin, reason }: Kept): boolean =>
    (reason === 'not-understood' || reason === 'not-evaluated') &&
    (origin.menu === '/ip route' || /\/ip[ /]route/.test(text));
  const isOpen = ({ disabled, script }: (typeof dhcpClients)[number]): boolean =>
    !disabled && /\/ip[ /]route/.test(script);
  return kept.some(isOfRoutes) || dhcpClients.some(isOpen) || well.rib.routes.length === 0;
}

/** A default route of main for each line that the tables lead out by, the one that stands first before the others. */
function ofMain({ router }: Subject, routes: readonly RibRoute[]): Mend | undefined {
  const isPlain = (route: RibRoute): boolean =>
    route.gateways.length === 1 &&
    statedRoute(router, route) !== undefined &&
    !gatewayText(route).includes('@');
  if (!routes.every(isPlain)) return undefined;
  const lineOf = (route: RibRoute): string => outsOf(route).join(',') || gatewayText(route);
  const lines = [...new Set(routes.map(lineOf))];
  const nearest = lines.flatMap(
    line =>
      routes.filter(route => lineOf(route) === line).toSorted((a, b) => a.distance - b.distance)[0] ?? [],
  );
  return {
    changes: nearest.map((route, at) => add('/ip route', wordsFor(route, at + 1), { behind: routes.at(-1) })),
    isSafe: false,
    note: {
      en: `The line that stands first in the text becomes the first one of main: ${lines.join(', then ')}.`,
      id: `Jalur yang ditulis pertama di teks menjadi jalur utama di main: ${lines.join(', lalu ')}.`,
    },
  };
}

function wordsFor(route: RibRoute, distance: number): Record<string, string> {
  const gateway = gatewayText(route);
  const isAsked = route.checkGateway !== 'none' || isIpv4(gateway.split('%')[0] ?? '');
  return {
    'dst-address': '0.0.0.0/0',
    gateway,
    distance: `${distance}`,
    ...(isAsked && { 'check-gateway': route.checkGateway === 'none' ? 'ping' : route.checkGateway }),
    ...(route.gateways.some(({ recursive }) => recursive) && { 'target-scope': `${route.targetScope}` }),
  };
}
