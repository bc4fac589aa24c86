import { mainTable, semanticsOf } from '../../../model/index.ts';
import { isIpv4 } from '../../../net/index.ts';
import { enabledRules, uplinksOf } from '../../../prove/index.ts';
import { quote, takes } from '../../../rsc/index.ts';
import { marksOf } from '../../ask/balance/index.ts';
import {
  byTable,
  defaultRoutes,
  gatewayText,
  isChecked,
  isLeased,
  isScripted,
  outsOf,
} from '../../ask/routes/index.ts';
import { add, type Change, type Mend } from '../../fix/change.ts';
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
            fix: removed(subject),
          },
        ]
      : [];
  },
};

/** Is a line given up while its link is up, and a second one there for some packets, in their table or behind it in main? */
function failsOver(subject: Subject): boolean {
  const routes = defaultRoutes(subject);
  // A line that is left because its link goes down is forgotten with all its connections.
  if (!isScripted(subject) && !routes.some(route => isChecked(subject, route))) return false;
  const tables = byTable(routes);
  const main = (tables.get(mainTable) ?? []).flatMap(outsOf);
  return [...tables.values()].some(own => new Set([...own.flatMap(outsOf), ...main]).size > 1);
}

const removesConnections = ({ router: { netwatch, plain, dhcpClients } }: Subject): boolean =>
  [
    ...netwatch.map(one => one.downScript + one.upScript),
    ...dhcpClients.map(({ script }) => script),
    ...plain.map(({ properties }) => (properties['source'] ?? '') + (properties['on-event'] ?? '')),
  ].some(text => /firewall[ /]connection/.test(text));

/**
 * A watch for each line, which removes its connections when its gateway, or the probe address that stands for it, is silent. Only
 * where the connections of each line have marks of their own, and nothing watches these hosts yet.
 */
function removed(subject: Subject): Mend | undefined {
  const { router, well } = subject;
  const watches = uplinksOf(well).map(line => ({
    host: hostOf(subject, line),
    marks: marksOf(subject, line),
  }));
  const isTold = watches.every(
    ({ host, marks }) =>
      host !== undefined && marks.length > 0 && router.netwatch.every(one => one.host !== host),
  );
  const all = watches.flatMap(({ marks }) => marks);
  if (!isTold || new Set(all).size < all.length) return undefined;
  return {
    changes: watches.flatMap(({ host = '', marks }) => [
      ...kept(subject, host),
      add('/tool netwatch', { host, interval: '10s', 'down-script': marks.map(removal).join('; ') }),
    ]),
    isSafe: false,
    note: {
      en: 'Connections of a line are cut when its host misses one answer: it must answer pings reliably.',
      id: 'Koneksi sebuah jalur diputus saat host-nya melewatkan satu jawaban: host itu harus andal menjawab ping.',
    },
  };
}

/** A probe address that is not reached by its own line is not reached at all: else another line would answer the watch. */
function kept({ router, well }: Subject, host: string): Change[] {
  const routes = well.rib.routes.filter(({ destination }) => destination === `${host}/32`);
  if (routes.length === 0 || routes.some(({ type }) => type === 'blackhole')) return [];
  const type = takes(router.version, '/ip route', 'blackhole') ? 'blackhole' : 'type=blackhole';
  const statement = `add ${type} dst-address=${host}/32 distance=254`;
  return [
    {
      kind: 'insert',
      menu: '/ip route',
      statement,
      behind: routes.findLast(({ source }) => source === 'static'),
    },
  ];
}

const removal = (mark: string): string =>
  `/ip firewall connection remove [find connection-mark=${quote(mark)}]`;

/** Who answers for a line: what its default route has as gateway, unless a lease names it. */
function hostOf(subject: Subject, line: string): string | undefined {
  const own = defaultRoutes(subject).filter(
    route => route.source === 'static' && route.active && outsOf(route).join() === line,
  );
  const probed = own.find(({ gateways }) => gateways.some(({ recursive }) => recursive));
  const near = own.find(route => !isLeased(subject, route));
  const route = probed ?? near;
  const host = route && gatewayText(route).split('%')[0];
  return host !== undefined && isIpv4(host) ? host : undefined;
}
