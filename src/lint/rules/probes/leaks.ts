import { computeRib, type RibRoute } from '../../../rib/index.ts';
import {
  defaultRoutes,
  gatewayText,
  isChecked,
  isProbeWithoutRoute,
  outsOf,
  probeTargetScope,
  statedRoute,
} from '../../ask/routes/index.ts';
import { type Change, type Mend, set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { sharedHosts } from './shared.ts';

/** Probes that reach their host by another line while their own is down (docs/routeros.md#recursive-failover). */
export const leaks: Rule = {
  id: 'probes/leaks',
  level: 'warning',
  title: { en: 'A probe that goes by another line', id: 'Pengecekan yang lewat jalur lain' },
  why: {
    en: 'With its own line down the probe address is reached by the other one: the check says that all is well, the route stays active, and traffic for the dead line goes by the other with its weight and its marks.',
    id: 'Saat jalurnya mati, alamat pengecekan tercapai lewat jalur lain: pengecekan bilang semuanya baik, dan rute tetap aktif.',
  },
  check(subject) {
    const probed = defaultRoutes(subject).filter(
      route => route.active && route.gateways.some(({ recursive }) => recursive) && isChecked(subject, route),
    );
    const twice = new Set<string>(sharedHosts(subject).map(({ destination }) => destination));
    // By which line a probe without a route of its own leads is only assumed.
    const assumed = new Set<string>(
      subject.well.rib.routes
        .filter(route => isProbeWithoutRoute(subject, route))
        .map(({ destination }) => destination),
    );
    const isShared = ({ gateways }: RibRoute): boolean =>
      gateways.some(({ text }) => twice.has(`${text}/32`) || assumed.has(`${text}/32`));
    const leaking = probed.filter(route => !isShared(route) && leaksIn(subject, route));
    const [first, ...more] = leaking;
    if (!first) return [];
    return [
      {
        at: first,
        what: {
          en: `While ${outsOf(first).join(', ')} is down, the probe address ${gatewayText(first)} is reached by another line.`,
          id: `Saat ${outsOf(first).join(', ')} mati, alamat pengecekan ${gatewayText(first)} tercapai lewat jalur lain.`,
        },
        do: {
          en: 'Give the host route scope=10 and this route target-scope=11 (10 on RouterOS 6), so that no default route leads to the probe; a blackhole route to it with distance=254 makes sure.',
          id: 'Beri host route scope=10 dan rute ini target-scope=11 (10 di RouterOS 6), supaya rute default tidak menuju alamat itu; rute blackhole ke sana dengan distance=254 memastikannya.',
        },
        fix: byItsHostRoute(subject, leaking),
        related: more.map(route => ({ at: route, text: { en: 'The same here.', id: 'Sama di sini.' } })),
      },
    ];
  },
};

/** Is the route still active, by another line, while its own is unplugged? */
function leaksIn(subject: Subject, route: RibRoute): boolean {
  const { router, rib } = subject.well;
  const own = outsOf(route);
  if (own.length !== 1) return false;
  const after = computeRib(router, subject.worldWithout(own)).routes[rib.routes.indexOf(route)];
  return after?.active === true && !outsOf(after).some(name => own.includes(name));
}

/** Each gateway is then found through its host route alone. Not where it is another route than that which leads to it. */
function byItsHostRoute(subject: Subject, leaking: readonly RibRoute[]): Mend | undefined {
  const hosts = leaking.map(route => hostRoute(subject, route));
  const changes = leaking.flatMap((route, at): Change[] => {
    const host = hosts[at];
    return host ? [set(host, 'scope', '10'), set(route, 'target-scope', probeTargetScope(subject))] : [];
  });
  if (hosts.some(host => host === undefined)) return undefined;
  return {
    changes: changes.filter(
      (one, at) => changes.findIndex(other => JSON.stringify(other) === JSON.stringify(one)) === at,
    ),
    isSafe: false,
    note: {
      en: 'From then on these routes fall with their own line: what they carried goes by the default route behind them.',
      id: 'Setelah itu rute ini ikut jatuh bersama jalurnya: trafiknya mengikuti rute default di belakangnya.',
    },
  };
}

/** The stated route to the gateway of a route, whose own gateway is on a network of the router. */
function hostRoute({ router, well }: Subject, route: RibRoute): RibRoute | undefined {
  const [gateway, ...more] = route.gateways;
  if (!gateway || more.length > 0 || !statedRoute(router, route)) return undefined;
  const host = well.rib.routes.find(
    ({ source, destination, disabled }) =>
      source === 'static' && !disabled && destination === `${gateway.text}/32`,
  );
  return host?.gateways.some(({ recursive }) => recursive) ? undefined : host;
}
