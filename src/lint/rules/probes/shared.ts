import { mainTable, semanticsOf } from '../../../model/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import {
  defaultRoutes,
  freeHosts,
  hostNote,
  isNamedElsewhere,
  isProbeWithoutRoute,
  outsOf,
  statedBy,
  statedRoute,
  throughHost,
} from '../../ask/routes/index.ts';
import { add, type Change, type Mend, set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** One probe address for two lines (docs/routeros.md#recursive-failover). */
export const shared: Rule = {
  id: 'probes/shared',
  level: 'warning',
  title: { en: 'Two lines share a probe address', id: 'Dua jalur memakai alamat pengecekan yang sama' },
  why: {
    en: 'Only one of the host routes is active: the other line is checked by the first one, so that both fall together, or neither.',
    id: 'Hanya satu host route yang aktif: jalur lain dicek lewat jalur pertama, sehingga keduanya jatuh bersama, atau tidak sama sekali.',
  },
  check: subject =>
    sharedHosts(subject).map(({ route, first, destination }) => ({
      at: route,
      what: {
        en: `The probe address ${destination.replace('/32', '')} has host routes by ${outsOf(first).join()} and by ${outsOf(route).join()}.`,
        id: `Alamat pengecekan ${destination.replace('/32', '')} punya host route lewat ${outsOf(first).join()} dan lewat ${outsOf(route).join()}.`,
      },
      do: {
        en: 'Use another host for each line.',
        id: 'Pakai host yang berbeda untuk setiap jalur.',
      },
      fix: withOwnHost(subject, route),
      related: [{ at: first, text: { en: 'The first one.', id: 'Yang pertama.' } }],
    })),
};

interface SharedHost {
  readonly destination: string;
  readonly first: RibRoute;
  /** By another line. */
  readonly route: RibRoute;
}

/** Probe addresses with host routes by several lines. */
export function sharedHosts(subject: Subject): SharedHost[] {
  const probes = new Set(
    defaultRoutes(subject).flatMap(({ gateways }) => gateways.map(({ text }) => `${text}/32`)),
  );
  const hosts = subject.well.rib.routes.filter(
    route =>
      route.source === 'static' &&
      !route.disabled &&
      route.type === 'unicast' &&
      probes.has(route.destination) &&
      // By which line that one leads is only assumed.
      !isProbeWithoutRoute(subject, route),
  );
  return hosts.flatMap((route, at) => {
    const first = hosts.slice(0, at).find(other => isRival(other, route));
    return first ? [{ destination: route.destination, first, route }] : [];
  });
}

const isRival = (one: RibRoute, other: RibRoute): boolean =>
  one.destination === other.destination &&
  one.table === other.table &&
  outsOf(one).length > 0 &&
  outsOf(other).length > 0 &&
  !outsOf(one).some(name => outsOf(other).includes(name));

/**
 * The other line gets a host of its own. Of default routes by the shared one in a table, the second is for it; where there is but
 * one, it gets one behind that.
 */
function withOwnHost(subject: Subject, route: RibRoute): Mend | undefined {
  const shared = route.destination.replace('/32', '');
  const [host] = freeHosts(subject);
  const defaults = statedBy(subject, shared);
  if (host === undefined || !defaults || isNamedElsewhere(subject, shared)) return undefined;
  if (!statedRoute(subject.router, route)) return undefined;
  const tables = [...new Set(defaults.map(({ table }) => table))];
  const ways = tables.map(table =>
    secondWay(
      subject,
      defaults.filter(one => one.table === table),
      host,
    ),
  );
  if (ways.some(way => way === undefined)) return undefined;
  return {
    changes: [set(route, 'dst-address', `${host}/32`), ...ways.flatMap(way => way ?? [])],
    isSafe: false,
    note: hostNote([host]),
  };
}

/** Undefined: which of them is for the line is not told. */
function secondWay(
  subject: Subject,
  defaults: readonly RibRoute[],
  host: string,
): readonly Change[] | undefined {
  const [first, second, ...more] = defaults.toSorted((a, b) => a.distance - b.distance);
  if (!first || more.length > 0) return undefined;
  if (second) return second.distance === first.distance ? undefined : throughHost(subject, second, host);
  const { routeTableProperty } = semanticsOf(subject.router.version);
  return [
    add(
      '/ip route',
      {
        'dst-address': '0.0.0.0/0',
        gateway: host,
        ...(first.table !== mainTable && { [routeTableProperty]: first.table }),
        distance: `${first.distance + 1}`,
        'target-scope': `${first.targetScope}`,
        'check-gateway': 'ping',
      },
      { behind: first },
    ),
  ];
}
