import { mainTable, semanticsOf } from '../../../model/index.ts';
import { enabledRules, uplinksOf } from '../../../prove/index.ts';
import { byTable, defaultRoutes, outsOf } from '../../ask/routes.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Connections that keep the address of a dead line (docs/routeros.md#masquerade-and-route-changes). */
export const stuckConnections: Rule = {
  id: 'nat/stuck-connections',
  level: 'info',
  title: {
    en: 'Open connections keep the address of a dead line',
    id: 'Koneksi terbuka tetap memakai alamat jalur mati',
  },
  why: {
    en: 'A connection keeps its translation. After failover, calls, VPNs and everything over UDP that goes on sending leaves by the new line with the address of the old one, and stays without answer.',
    id: 'Koneksi mempertahankan terjemahannya. Setelah failover, telepon, VPN dan semua UDP yang terus mengirim keluar lewat jalur baru dengan alamat jalur lama, tanpa jawaban.',
  },
  check(subject) {
    const { router, well } = subject;
    const isPurged = semanticsOf(router.version).dropsMovedMasquerade;
    if (isPurged || uplinksOf(well).length < 2 || !failsOver(subject) || removesConnections(subject))
      return [];
    const at = enabledRules(router).find(({ action }) => action.kind === 'masquerade');
    return at
      ? [
          {
            at,
            what: {
              en: 'Nothing removes connections of a line that is down.',
              id: 'Tidak ada yang menghapus koneksi dari jalur yang mati.',
            },
            do: {
              en: 'Let a netwatch down-script remove them: /ip firewall connection remove [find connection-mark=…], those of the dead line alone.',
              id: 'Biarkan down-script netwatch menghapusnya: /ip firewall connection remove [find connection-mark=…], hanya milik jalur mati.',
            },
          },
        ]
      : [];
  },
};

/** Is there a second line for some packets, in their table or behind it in main? */
function failsOver(subject: Subject): boolean {
  const tables = byTable(defaultRoutes(subject));
  const main = (tables.get(mainTable) ?? []).flatMap(outsOf);
  return [...tables.values()].some(routes => new Set([...routes.flatMap(outsOf), ...main]).size > 1);
}

const removesConnections = ({ router: { netwatch, plain, dhcpClients } }: Subject): boolean =>
  [
    ...netwatch.map(one => one.downScript + one.upScript),
    ...dhcpClients.map(({ script }) => script),
    ...plain.map(({ properties }) => (properties['source'] ?? '') + (properties['on-event'] ?? '')),
  ].some(text => /firewall[ /]connection/.test(text));
