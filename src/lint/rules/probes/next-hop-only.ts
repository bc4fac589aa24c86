import { isIpv4 } from '../../../net/index.ts';
import { isRecursive, isScripted } from '../../ask/checked.ts';
import { defaultRoutes, gatewayText, outsOf } from '../../ask/routes.ts';
import type { Rule } from '../../rule.ts';

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
        do: {
          en: 'Lead default routes by a host of the Internet for each line (host route with scope=10, default route with target-scope=11).',
          id: 'Arahkan rute default lewat satu host di Internet untuk setiap jalur (host route dengan scope=10, rute default dengan target-scope=11).',
        },
      },
    ];
  },
};
