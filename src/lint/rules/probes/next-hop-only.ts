import { isIpv4 } from '../../../net/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import {
  byProbe,
  defaultRoutes,
  freeHosts,
  gatewayText,
  hostNote,
  isLeased,
  isRecursive,
  isScripted,
  outsOf,
} from '../../ask/routes/index.ts';
import type { Mend } from '../../fix/change.ts';
import type { Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Checks that end at the modem (docs/routeros.md#check-gateway). */
export const nextHopOnly: Rule = {
  id: 'probes/next-hop-only',
  level: 'info',
  title: { en: 'Only the next hop is checked', id: 'Hanya gateway terdekat yang dicek' },
  why: {
    en: 'A gateway that answers says nothing of the line behind it: when the provider is dead behind its modem, the route stays active.',
    id: 'Gateway yang menjawab tidak berarti jalur di belakangnya hidup: kalau ISP mati di belakang modem, rute tetap aktif.',
  },
  check(subject) {
    const checked = defaultRoutes(subject).filter(
      route =>
        route.source === 'static' &&
        route.checkGateway !== 'none' &&
        // Behind a port alone there is nobody to ask.
        route.gateways.some(({ text }) => isIpv4(text.split('%')[0] ?? '')) &&
        outsOf(route).every(name => subject.wans.includes(name)) &&
        !isRecursive(subject, route),
    );
    const lines = new Set(defaultRoutes(subject).flatMap(outsOf));
    const [first] = checked;
    if (!first || lines.size < 2 || isScripted(subject)) return [];
    const gateways = [...new Set(checked.map(gatewayText))].join(', ');
    return [
      {
        at: first,
        what: {
          en: `check-gateway asks ${gateways}: the next hops alone.`,
          id: `check-gateway menanyai ${gateways}: hanya gateway terdekat.`,
        },
        do: checked.some(route => isLeased(subject, route)) ? leased : recursive,
        fix: throughHosts(subject, checked),
      },
    ];
  },
};

const recursive: Said = {
  en: 'Lead default routes by a host of the Internet for each line (host route with scope=10, default route with target-scope=11).',
  id: 'Arahkan rute default lewat satu host di Internet untuk setiap jalur (host route dengan scope=10, rute default dengan target-scope=11).',
};

/** The gateway of the host route is then what a lease says: which script keeps it is a choice. */
const leased: Said = {
  en: `${recursive.en} On a line with DHCP the script of its client has to keep the gateway of the host route: decide on that first.`,
  id: `${recursive.id} Di jalur DHCP, script client-nya harus menjaga gateway host route: tentukan itu dulu.`,
};

/** A host for each gateway, to which a route of its own leads. */
function throughHosts(subject: Subject, checked: readonly RibRoute[]): Mend | undefined {
  const gateways = [...new Set(checked.map(gatewayText))];
  const hosts = freeHosts(subject);
  if (gateways.length > hosts.length || checked.some(route => isLeased(subject, route))) return undefined;
  const changes = gateways.map((gateway, at) => byProbe(subject, gateway, hosts[at] ?? ''));
  if (changes.some(one => one === undefined)) return undefined;
  return {
    changes: changes.flatMap(one => one ?? []),
    isSafe: false,
    note: hostNote(hosts.slice(0, gateways.length)),
  };
}
