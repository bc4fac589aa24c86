import { shadowedIn } from '../../ask/firewall/index.ts';
import { lineOf } from '../../ask/lines.ts';
import type { Rule } from '../../rule.ts';

/** A filter rule behind one that takes all its packets (docs/routeros.md#actions). */
export const shadowed: Rule = {
  id: 'firewall/shadowed',
  level: 'warning',
  title: {
    en: 'A filter rule that no packet reaches',
    id: 'Aturan filter yang tidak pernah dicapai paket',
  },
  why: {
    en: 'The first rule of a chain that matches a packet decides. Rules behind it do nothing for that packet, whatever they say.',
    id: 'Aturan pertama di chain yang cocok menentukan nasib paket. Aturan sesudahnya tidak berpengaruh untuk paket itu.',
  },
  check: ({ well }) =>
    shadowedIn(well, ['filter', 'raw']).map(({ rule, by, isSame }) => ({
      at: rule,
      severity: isSame ? 'info' : 'warning',
      what: {
        en: `No packet reaches this ${rule.action.kind} rule: the ${by.action.kind} rule at ${lineOf(by.origin).en} takes all that it would match.`,
        id: `Tidak ada paket yang sampai ke aturan ${rule.action.kind} ini: aturan ${by.action.kind} di ${lineOf(by.origin).id} sudah mengambil semuanya.`,
      },
      do: isSame
        ? {
            en: 'Remove one of the two.',
            id: 'Hapus salah satunya.',
          }
        : {
            en: 'Move this rule in front of that one, or remove it.',
            id: 'Pindahkan aturan ini ke depan aturan tersebut, atau hapus.',
          },
      related: [{ at: by, text: { en: 'It takes all of them.', id: 'Aturan ini mengambil semuanya.' } }],
    })),
};
