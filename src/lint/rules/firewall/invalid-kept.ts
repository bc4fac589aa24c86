import type { FirewallRule } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { add } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** Packets without a connection are forwarded, untranslated (docs/routeros.md#connection-tracking). */
export const invalidKept: Rule = {
  id: 'firewall/invalid-kept',
  level: 'info',
  title: { en: 'Invalid packets are forwarded', id: 'Paket invalid diteruskan' },
  why: {
    en: 'A packet that belongs to no connection is invalid, and invalid packets are not translated: they leave by the WAN with the private address of their sender.',
    id: 'Paket yang bukan bagian dari koneksi mana pun berstatus invalid, dan paket invalid tidak diterjemahkan: keluar ke WAN dengan alamat privat pengirim.',
  },
  check({ router }) {
    const rules = enabledRules(router);
    const forward = rules.filter(({ table, chain }) => table === 'filter' && chain === 'forward');
    const accepting = forward.find(
      rule => rule.action.kind === 'accept' && statesOf(rule).includes('established'),
    );
    const hasNat = rules.some(({ table, chain }) => table === 'nat' && chain === 'srcnat');
    if (!accepting || !hasNat || forward.some(mayDropInvalid)) return [];
    return [
      {
        at: accepting,
        what: {
          en: 'No rule of chain forward drops invalid packets.',
          id: 'Tidak ada aturan di chain forward yang membuang paket invalid.',
        },
        do: {
          en: 'Add behind this rule: add chain=forward connection-state=invalid action=drop',
          id: 'Tambahkan setelah aturan ini: add chain=forward connection-state=invalid action=drop',
        },
        fix: {
          changes: [
            add(
              '/ip firewall filter',
              { chain: 'forward', 'connection-state': 'invalid', action: 'drop' },
              { behind: accepting },
            ),
          ],
          isSafe: false,
          note: {
            en: 'Connections of which the router sees one direction only (another way back) are cut by it.',
            id: 'Koneksi yang hanya terlihat satu arah oleh router (jalur balik lain) ikut terputus.',
          },
        },
      },
    ];
  },
};

const statesOf = ({ matchers }: FirewallRule): readonly string[] =>
  matchers.flatMap(one => (one.kind === 'connection-state' && !one.negated ? one.states : []));

/** A rule that drops by state, or whatever comes to it. */
const mayDropInvalid = (rule: FirewallRule): boolean =>
  rule.action.kind === 'jump' ||
  ((rule.action.kind === 'drop' || rule.action.kind === 'reject') &&
    (statesOf(rule).includes('invalid') || rule.matchers.every(({ kind }) => /-interface/.test(kind))));
