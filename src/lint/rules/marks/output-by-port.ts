import { enabledRules } from '../../../prove/index.ts';
import { asksFor } from '../../ask/firewall/index.ts';
import type { Rule } from '../../rule.ts';

/** Marks in output by the port that was chosen already (docs/routeros.md#packet-flow). */
export const outputByPort: Rule = {
  id: 'marks/output-by-port',
  level: 'warning',
  title: { en: 'Output is marked by the port it leaves by', id: 'Output ditandai menurut port keluarnya' },
  why: {
    en: 'When a packet of the router comes to chain=output, its way is chosen: the mark only confirms it. What answers a connection from another line still leaves by the first one.',
    id: 'Saat paket router sampai di chain=output, jalannya sudah dipilih: mark hanya mengulanginya. Jawaban untuk koneksi dari jalur lain tetap keluar lewat jalur pertama.',
  },
  check: ({ router }) =>
    enabledRules(router)
      .filter(
        rule =>
          rule.chain === 'output' &&
          rule.action.kind === 'mark-routing' &&
          asksFor(rule, 'out-interface', 'out-interface-list') &&
          !asksFor(
            rule,
            'connection-mark',
            'src-address',
            'src-address-list',
            'dst-address',
            'dst-address-list',
          ),
      )
      .slice(0, 1)
      .map(at => ({
        at,
        what: {
          en: 'This rule chooses the line of what the router sends by the line that it leaves by.',
          id: 'Aturan ini memilih jalur paket router menurut jalur yang sudah dipilih.',
        },
        do: {
          en: 'Ask for the connection mark of what came in by that line (connection-mark), set in chain=prerouting or input.',
          id: 'Minta connection-mark dari yang masuk lewat jalur itu, yang diberikan di chain=prerouting atau input.',
        },
      })),
};
