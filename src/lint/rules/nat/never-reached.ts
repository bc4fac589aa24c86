import { shadowedIn } from '../../ask/firewall/index.ts';
import { lineOf } from '../../ask/lines.ts';
import type { Rule } from '../../rule.ts';

/** A NAT rule behind one that takes all its connections (docs/routeros.md#actions). */
export const neverReached: Rule = {
  id: 'nat/never-reached',
  level: 'warning',
  title: { en: 'A NAT rule that no connection reaches', id: 'Aturan NAT yang tidak pernah dicapai koneksi' },
  why: {
    en: 'The first rule of a chain that matches the first packet of a connection decides its translation. Rules behind it never see that connection.',
    id: 'Aturan pertama di chain yang cocok dengan paket pertama menentukan terjemahan koneksi. Aturan sesudahnya tidak pernah melihat koneksi itu.',
  },
  check: ({ well }) =>
    shadowedIn(well, ['nat']).map(({ rule, by, isSame }) => ({
      at: rule,
      severity: isSame ? 'info' : 'warning',
      what: {
        en: `No connection reaches this ${rule.action.kind} rule: the ${by.action.kind} rule at ${lineOf(by.origin).en} takes all that it would match.`,
        id: `Tidak ada koneksi yang sampai ke aturan ${rule.action.kind} ini: aturan ${by.action.kind} di ${lineOf(by.origin).id} sudah mengambil semuanya.`,
      },
      do: isSame
        ? { en: 'Remove one of the two.', id: 'Hapus salah satunya.' }
        : {
            en: 'Move this rule in front of that one, or limit that one with what it is for.',
            id: 'Pindahkan aturan ini ke depan aturan tersebut, atau batasi aturan itu sesuai tujuannya.',
          },
      related: [{ at: by, text: { en: 'It takes all of them.', id: 'Aturan ini mengambil semuanya.' } }],
    })),
};
