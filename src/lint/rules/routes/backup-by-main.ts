import { mainTable } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { byTable, defaultRoutes, gatewayText, isForAnswers, secondWays } from '../../ask/routes/index.ts';
import type { Rule } from '../../rule.ts';

/** Tables whose backup is main (docs/routeros.md#table-look-up). */
export const backupByMain: Rule = {
  id: 'routes/backup-by-main',
  level: 'info',
  title: { en: 'main is the only backup of a table', id: 'main adalah satu-satunya cadangan tabel' },
  why: {
    en: 'When the line of a table is down, its packets go where main sends them. That works as long as the table has no active route at all, and main another line.',
    id: 'Kalau jalur sebuah tabel mati, paketnya mengikuti main. Itu jalan selama tabel tidak punya rute aktif lain, dan main punya jalur lain.',
  },
  check(subject) {
    const tables = byTable(defaultRoutes(subject));
    const marked = new Set(
      enabledRules(subject.router).flatMap(({ action }) =>
        action.kind === 'mark-routing' ? [action.mark] : [],
      ),
    );
    const lonely = [...tables].filter(
      ([table, routes]) =>
        table !== mainTable &&
        marked.has(table) &&
        new Set(routes.map(gatewayText)).size === 1 &&
        !routes.every(route => isForAnswers(subject, route)),
    );
    const [first] = lonely.flatMap(([, routes]) => routes);
    if (!first || !tables.has(mainTable)) return [];
    const names = lonely.map(([table]) => table).join(', ');
    return [
      {
        at: first,
        what: {
          en: `${names}: one default route each; when it is down, main takes over.`,
          id: `${names}: masing-masing satu rute default; kalau mati, main mengambil alih.`,
        },
        do: {
          en: 'A second default route with distance=2 in each table says by which line its backup goes.',
          id: 'Rute default kedua dengan distance=2 di setiap tabel menentukan lewat jalur mana cadangannya.',
        },
        fix: secondWays(
          subject,
          lonely.flatMap(([, routes]) => routes.slice(0, 1)),
        ),
      },
    ];
  },
};
