import { mainTable, type Origin } from '../../../model/index.ts';
import { areAddressesSaid, enabledRules, isDefaultLike } from '../../../prove/index.ts';
import { defectsOf } from '../../ask/defects.ts';
import { lineOf } from '../../ask/lines.ts';
import { outsOf } from '../../ask/routes/index.ts';
import { type Mend, set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** The mark of one line sent to the table of another (docs/routeros.md#table-look-up). */
export const crossed: Rule = {
  id: 'marks/crossed',
  level: 'error',
  title: { en: 'The mark of one line leads out by another', id: 'Mark satu jalur keluar lewat jalur lain' },
  why: {
    en: 'What answers a connection that came in by one line leaves by another, with an address that the caller never asked: the caller drops it.',
    id: 'Jawaban untuk koneksi yang masuk lewat satu jalur keluar lewat jalur lain, dengan alamat yang tidak pernah ditanya: penanya membuangnya.',
  },
  check(subject) {
    // By which line an address is reached that the text does not say is only assumed.
    if (!areAddressesSaid(subject)) return [];
    return defectsOf(subject, 'crossed-marks').flatMap(({ flaw: { mark, wan, table, outs }, origins }) => {
      const at = origins.find(origin => isSending(subject, origin));
      if (!at) return [];
      const out = outs.join(', ');
      return {
        at,
        what: {
          en: `Connections that come in by ${wan} have the mark ${mark}, which this rule sends to ${table}: that leads out by ${out}.`,
          id: `Koneksi yang masuk lewat ${wan} bertanda ${mark}, yang dikirim aturan ini ke ${table}: tabel itu keluar lewat ${out}.`,
        },
        do: {
          en: `Send ${mark} to the table whose default route leaves by ${wan}.`,
          id: `Kirim ${mark} ke tabel yang rute default-nya keluar lewat ${wan}.`,
        },
        fix: toOwnTable(subject, at, wan),
        related: origins.filter(one => one !== at).map(one => ({ at: one, text: lineOf(one) })),
      };
    });
  },
};

const isSending = ({ router }: Subject, origin: Origin): boolean =>
  enabledRules(router).some(rule => rule.origin === origin && rule.action.kind === 'mark-routing');

/** The one table that leads out by the line where the connections come in. */
function toOwnTable({ well }: Subject, at: Origin, wan: string): Mend | undefined {
  const own = well.rib.routes.filter(
    route =>
      route.active &&
      route.table !== mainTable &&
      isDefaultLike(route) &&
      outsOf(route).every(name => name === wan),
  );
  const [table, ...more] = new Set(own.map(route => route.table));
  if (table === undefined || more.length > 0) return undefined;
  return {
    changes: [set({ origin: at }, 'new-routing-mark', table)],
    isSafe: false,
    note: {
      en: `If ${wan} is the wrong port in the rule that marks its connections, correct that instead.`,
      id: `Kalau yang salah adalah port ${wan} di aturan yang menandai koneksinya, perbaiki yang itu.`,
    },
  };
}
