import { mainTable } from '../../../model/index.ts';
import { defaultRoutes, outsOf } from '../../ask/routes/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A backup that leads out by the line that it is for (docs/routeros.md#recursive-failover). */
export const backupSameLine: Rule = {
  id: 'routes/backup-same-line',
  level: 'warning',
  title: { en: 'The backup leads out by the same line', id: 'Cadangan keluar lewat jalur yang sama' },
  why: {
    en: 'When the line fails, both routes fail with it, and nothing goes by the other line, which works.',
    id: 'Saat jalur itu mati, kedua rute ikut mati, dan jalur lain yang hidup tidak membawa apa pun.',
  },
  check(subject) {
    const all = defaultRoutes(subject);
    const [line, ...others] = new Set(all.flatMap(outsOf));
    const stated = all.filter(({ source, table }) => source === 'static' && table === mainTable);
    const last = stated.toSorted((a, b) => a.distance - b.distance).at(-1);
    const [idle] = idleLines(subject, line);
    // Of a route that leads nowhere it is said that it does.
    if (all.some(route => outsOf(route).length === 0)) return [];
    if (line === undefined || others.length > 0 || !last || idle === undefined) return [];
    if (new Set(stated.map(({ distance }) => distance)).size < 2) return [];
    return [
      {
        at: last,
        what: {
          en: `This backup leads out by ${line}, as the route before it does, and none by ${idle}.`,
          id: `Rute cadangan ini keluar lewat ${line}, sama seperti rute utamanya, dan tidak ada yang lewat ${idle}.`,
        },
        do: {
          en: `Give it the gateway of ${idle}, or lead its probe address by that gateway.`,
          id: `Beri gateway ${idle}, atau arahkan alamat pengecekannya lewat gateway itu.`,
        },
      },
    ];
  },
};

/** WANs with an address, or who gives them one, by which nothing leads out. */
const idleLines = ({ router, wans }: Subject, line: string | undefined): string[] =>
  wans.filter(
    name =>
      name !== line &&
      [...router.addresses, ...router.dhcpClients].some(item => item.interface === name && !item.disabled),
  );
