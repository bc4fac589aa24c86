import { mainTable } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import { byTable, defaultRoutes, gatewayText, isPrivateWay, secondWays } from '../../ask/routes/index.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A table with one way out, and nothing behind it (docs/routeros.md#table-look-up). */
export const noBackup: Rule = {
  id: 'routes/no-backup',
  level: 'error',
  title: { en: 'A table without a second way', id: 'Tabel tanpa jalan kedua' },
  why: {
    en: 'When the line of the table goes down, its connections find no route at all: that share of the users is offline while other lines work.',
    id: 'Kalau jalur tabel ini mati, koneksinya tidak menemukan rute: sebagian pengguna terputus padahal jalur lain hidup.',
  },
  check(subject) {
    const tables = byTable(defaultRoutes(subject));
    if (tables.size < 2) return [];
    const hasMain = (tables.get(mainTable) ?? []).length > 0;
    const lonely = [...tables].filter(
      ([table, routes]) =>
        table !== mainTable &&
        new Set(routes.map(gatewayText)).size === 1 &&
        (isMarkedFor(subject, table) || isKept(subject, table)) &&
        (!hasMain || isKept(subject, table)) &&
        !isKeptInTunnel(subject, table, routes),
    );
    const [first, ...more] = lonely.flatMap(([, routes]) => routes.slice(0, 1));
    return first ? [finding(subject, first, more, hasMain)] : [];
  },
};

const isMarkedFor = ({ router }: Subject, table: string): boolean =>
  enabledRules(router).some(({ action }) => action.kind === 'mark-routing' && action.mark === table);

/** Packets that its table does not take are refused. */
const isKept = ({ router }: Subject, table: string): boolean =>
  router.routingRules.some(
    rule => !rule.disabled && rule.table === table && rule.action === 'lookup-only-in-table',
  );

/** Whoever keeps packets in the table of a tunnel wants them lost rather than seen outside it. */
const isKeptInTunnel = (subject: Subject, table: string, routes: readonly RibRoute[]): boolean =>
  isKept(subject, table) &&
  routes.every(({ gateways }) => gateways.every(({ text }) => isPrivateWay(subject.router, text)));

function finding(subject: Subject, first: RibRoute, more: readonly RibRoute[], hasMain: boolean): Found {
  const tables = [first, ...more].map(({ table }) => table).join(', ');
  return {
    at: first,
    what: hasMain
      ? {
          en: `${tables}: one default route each, and a routing rule keeps packets from falling back to main.`,
          id: `${tables}: masing-masing satu rute default, dan routing rule menahan paket supaya tidak mengikuti main.`,
        }
      : {
          en: `${tables}: one default route each, and main has none to fall back to.`,
          id: `${tables}: masing-masing satu rute default, dan main tidak punya cadangannya.`,
        },
    do: {
      en: 'Give each table a second default route by another line with distance=2, and main a default route for each line.',
      id: 'Beri setiap tabel rute default kedua lewat jalur lain dengan distance=2, dan main satu rute default untuk setiap jalur.',
    },
    fix: secondWays(subject, [first, ...more]),
    related: more.map(route => ({ at: route, text: { en: 'The same here.', id: 'Sama di sini.' } })),
  };
}
