import { type Kept, mainTable } from '../../../model/index.ts';
import { areAddressesSaid } from '../../../prove/index.ts';
import { defaultRoutes } from '../../ask/routes.ts';
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
