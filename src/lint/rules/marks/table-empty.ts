import type { Origin } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { whyText } from '../../../rib/index.ts';
import { defectsOf } from '../../ask/defects.ts';
import { ownGateway } from '../../ask/routes/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A mark whose table takes no packet (docs/routeros.md#table-look-up). */
export const tableEmpty: Rule = {
  id: 'marks/table-empty',
  level: 'error',
  title: { en: 'A mark for a table without a route', id: 'Mark untuk tabel tanpa rute' },
  why: {
    en: 'A table that has no active route for a packet passes it on to main: all marked traffic leaves by the default route of main, and nothing is balanced.',
    id: 'Tabel yang tidak punya rute aktif untuk sebuah paket meneruskannya ke main: semua trafik bertanda keluar lewat rute default main, dan beban tidak terbagi.',
  },
  check: subject =>
    defectsOf(subject, 'empty-table').flatMap(({ flaw: { table, only, isKept, idle }, origins }) => {
      const marking = markingRules(subject, origins);
      const at = marking.find(rule => rule.chain === 'prerouting') ?? marking[0];
      if (!at) return [];
      const [but, selain] =
        only.length === 0 ? ['', ''] : [` but to ${only.join(', ')}`, ` selain ke ${only.join(', ')}`];
      const why = idle && {
        en: ` Its default route is not active: ${whyText(idle.why, 'en')}`,
        id: ` Rute default-nya tidak aktif: ${whyText(idle.why, 'id')}`,
      };
      return {
        at,
        what: {
          en: `Packets are marked for table ${table}, which has no active route${but}: ${isKept ? 'they are refused' : 'they go where main sends them'}.${why?.en ?? ''}`,
          id: `Paket ditandai untuk tabel ${table}, yang tidak punya rute aktif${selain}: ${isKept ? 'paket ditolak' : 'paket mengikuti main'}.${why?.id ?? ''}`,
        },
        do: {
          en: `Give ${table} a default route whose gateway is in the network of its WAN.`,
          id: `Beri ${table} rute default dengan gateway di jaringan WAN-nya.`,
        },
        fix: ownGateway(subject, table),
        ...(idle && {
          related: [
            {
              at: idle.origin,
              text: { en: 'The route that is not active.', id: 'Rute yang tidak aktif.' },
            },
          ],
        }),
      };
    }),
};

const markingRules = ({ router }: Subject, origins: readonly Origin[]) =>
  enabledRules(router).filter(rule => origins.includes(rule.origin));
