import { dialledLines, mainTable } from '../../../model/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import {
  checkedByPing,
  competing,
  defaultRoutes,
  gatewayText,
  isByBridgePort,
  isChecked,
  isForAnswers,
  isRecursive,
  isScripted,
  isTunnel,
  outsOf,
} from '../../ask/routes/index.ts';
import type { Found, Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Several lines, and default routes that nobody checks (docs/routeros.md#check-gateway). */
export const unchecked: Rule = {
  id: 'probes/unchecked',
  level: 'warning',
  title: { en: 'A default route that nothing checks', id: 'Rute default yang tidak dicek' },
  why: {
    en: 'The route stays active while the link is up, even if the provider behind it is dead: packets go on to the dead line although another one works.',
    id: 'Rute tetap aktif selama link hidup, walaupun ISP di belakangnya mati: paket terus dikirim ke jalur mati padahal jalur lain hidup.',
  },
  check(subject) {
    if (isScripted(subject)) return [];
    const routes = defaultRoutes(subject).filter(
      route => route.why?.kind !== 'no-table' && !isByBridgePort(subject.router, route),
    );
    const lines = new Set(routes.flatMap(outsOf));
    if (lines.size < 2 && new Set(routes.map(gatewayText)).size < 2) return [];
    // What competes with checked routes is said of that; dialled lines watch their far end themselves.
    const { dynamic } = competing(subject);
    const dialled = new Set(dialledLines(subject.router).map(line => line.interface.name));
    const open = routes.filter(
      route =>
        !dynamic.includes(route) &&
        !outsOf(route).every(name => dialled.has(name) || isTunnel(subject.router, name)) &&
        !isRecursive(subject, route) &&
        !isForAnswers(subject, route) &&
        !isChecked(subject, route),
    );
    if (open.every(route => isLastResort(subject, route, routes))) return [];
    const mattering = open.find(route => isBetterThanAnother(subject, route, routes));
    const first = mattering ?? open[0];
    const more = open.filter(route => route !== first);
    return first ? [finding(first, more, mattering !== undefined)] : [];
  },
};

/** Nothing is behind it, and what is before it is checked: while it is used there is no other way. */
function isLastResort(subject: Subject, route: RibRoute, routes: readonly RibRoute[]): boolean {
  const rivals = routes.filter(other => other !== route && other.table === route.table);
  return (
    rivals.length > 0 && rivals.every(other => other.distance < route.distance && isChecked(subject, other))
  );
}

/**
 * Would packets go another way if it were not there? By a route behind it in its table; or by main, where what the LAN sends
 * is looked up in the table.
 */
function isBetterThanAnother(subject: Subject, route: RibRoute, routes: readonly RibRoute[]): boolean {
  // Of several gateways each has the others beside it.
  if (route.gateways.length > 1 && outsOf(route).length > 1) return true;
  const rivals = routes.filter(other => other !== route && gatewayText(other) !== gatewayText(route));
  const isBehind = rivals.some(({ table, distance }) => table === route.table && distance >= route.distance);
  const isFed = subject.talks.some(({ first }) =>
    first.steps.some(step => step.kind === 'routed' && step.table === route.table),
  );
  return isBehind || (route.table !== mainTable && isFed && rivals.some(({ table }) => table === mainTable));
}

function finding(first: RibRoute, more: readonly RibRoute[], isMattering: boolean): Found {
  const count = more.length;
  return {
    at: first,
    ...(!isMattering && { severity: 'info', why: ofNone }),
    what: {
      en: `Nothing checks the gateway of this default route${count > 0 ? `, nor those of ${count} more` : ''}.`,
      id: `Gateway rute default ini tidak dicek${count > 0 ? `, begitu juga ${count} rute lain` : ''}.`,
    },
    do: first.source === 'dhcp' ? ofClient : ofRoute,
    fix: checkedByPing([first, ...more]),
    related: more.map(route => ({
      at: route,
      text: { en: 'Not checked, either.', id: 'Tidak dicek juga.' },
    })),
  };
}

const ofNone: Said = {
  en: 'Nothing stands behind it that would take over. Once another route does, the router must know whether this line works.',
  id: 'Belum ada rute lain di belakangnya yang menggantikan. Begitu ada, router harus tahu apakah jalur ini hidup.',
};

const ofRoute: Said = {
  en: 'Add check-gateway=ping; to notice a provider that is dead behind its gateway, let the route lead by a probe address (recursive route).',
  id: 'Tambahkan check-gateway=ping; supaya ISP yang mati di belakang gateway ketahuan, arahkan rute lewat alamat pengecekan (rute recursive).',
};

const ofClient: Said = {
  en: 'From 7.19 on: /ip dhcp-client set check-gateway=ping. Before, let add-default-route=no and a stated route with check-gateway=ping do it, whose gateway the script of the client keeps.',
  id: 'Mulai 7.19: /ip dhcp-client set check-gateway=ping. Sebelumnya: add-default-route=no dan rute dengan check-gateway=ping, yang gateway-nya dijaga script client.',
};
