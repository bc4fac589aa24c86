import { enabledRules, uplinksOf } from '../../../prove/index.ts';
import type { Rule } from '../../rule.ts';

/** Connections that stay bound to a dead line (docs/routeros.md#masquerade-and-route-changes). */
export const sourceSurvives: Rule = {
  id: 'nat/source-survives',
  level: 'info',
  title: { en: 'src-nat outlives a failover', id: 'src-nat bertahan melewati failover' },
  why: {
    en: 'The router keeps the translation of a connection for as long as packets come. After a failover they leave by the other line with the address of the dead one; calls and tunnels over UDP never recover by themselves.',
    id: 'Router menyimpan terjemahan koneksi selama masih ada paket. Setelah failover paket keluar lewat jalur lain dengan alamat jalur yang mati; telepon dan tunnel UDP tidak pulih sendiri.',
  },
  check({ router, well }) {
    const lines = uplinksOf(well);
    const fixed = enabledRules(router).filter(
      ({ action, chain }) => action.kind === 'src-nat' && chain === 'srcnat',
    );
    const leaving = fixed.filter(({ matchers }) =>
      matchers.some(one => one.kind === 'out-interface' && !one.negated && lines.includes(one.interface)),
    );
    const [first, ...more] = leaving;
    if (lines.length < 2 || !first) return [];
    return [
      {
        at: first,
        what: {
          en: 'src-nat keeps its connections when the line fails: nothing forgets them as it does with masquerade.',
          id: 'src-nat mempertahankan koneksi saat jalur mati: tidak dilupakan seperti masquerade.',
        },
        do: {
          en: 'Let the script that notices the failure remove the connections of that line, by its connection mark.',
          id: 'Buat skrip yang mendeteksi gangguan menghapus koneksi jalur itu berdasarkan connection mark.',
        },
        related: more.map(rule => ({ at: rule, text: { en: 'This one, too.', id: 'Yang ini juga.' } })),
      },
    ];
  },
};
