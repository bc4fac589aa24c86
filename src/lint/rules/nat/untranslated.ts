import { add } from '../../fix/change.ts';
import type { Found, Place, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A line by which private addresses leave as they are (docs/routeros.md#packet-flow). */
export const untranslated: Rule = {
  id: 'nat/untranslated',
  level: 'error',
  title: { en: 'Private addresses leave untranslated', id: 'Alamat privat keluar tanpa diterjemahkan' },
  why: {
    en: 'No answer can come to a private address: whoever is balanced to this line, or falls back to it, is offline.',
    id: 'Jawaban tidak bisa sampai ke alamat privat: siapa pun yang mendapat jalur ini, atau pindah ke sini, tidak bisa ke Internet.',
  },
  check(subject) {
    const seen = new Set<string>();
    return subject.proof.violations.flatMap(({ invariant, verdict, trace, packet, prepared }) => {
      const { ending } = trace;
      if (invariant !== 'nothing-leaks' || verdict !== 'violated' || ending.kind !== 'leaked') return [];
      const at = placeFor(subject);
      // What is not tracked is not translated: that is said of the rule.
      const isTracked = !trace.steps.some(
        step => step.kind === 'rule' && step.rule.action.kind === 'notrack',
      );
      if (!at || !isTracked || seen.has(ending.out)) return [];
      seen.add(ending.out);
      const found: Found = {
        at,
        what: {
          en: `What leaves by ${ending.out} keeps its private source address.`,
          id: `Yang keluar lewat ${ending.out} tetap memakai alamat asal privat.`,
        },
        do: {
          en: `Add: /ip firewall nat add chain=srcnat out-interface=${ending.out} action=masquerade`,
          id: `Tambahkan: /ip firewall nat add chain=srcnat out-interface=${ending.out} action=masquerade`,
        },
        fix: {
          changes: [
            add('/ip firewall nat', {
              chain: 'srcnat',
              'out-interface': ending.out,
              action: 'masquerade',
            }),
          ],
          isSafe: false,
          note: {
            en: `Everything that leaves by ${ending.out} and that no rule before translates gets the address of that line, networks of your own behind it included.`,
            id: `Semua yang keluar lewat ${ending.out} dan belum diterjemahkan aturan sebelumnya memakai alamat jalur itu, termasuk ke jaringan sendiri di belakangnya.`,
          },
        },
        counterExample: { prepared, packet, trace },
      };
      return found;
    });
  },
};

/** The last rule that translates sources, else the first route. */
function placeFor({ router: { firewall, routes } }: Subject): Place | undefined {
  const own = firewall.ipv4.nat.filter(({ chain, disabled }) => chain === 'srcnat' && !disabled);
  return own.at(-1) ?? firewall.ipv4.nat.at(-1) ?? routes[0];
}
