import type { DhcpClient } from '../../../model/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import { escapeText } from '../../../rsc/index.ts';
import {
  defaultRoutes,
  gatewayText,
  hasScheduledScript,
  outsOf,
  statedRoute,
} from '../../ask/routes/index.ts';
import { type Change, type Mend, set } from '../../fix/change.ts';
import type { Found, Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A stated default route by a line whose address and gateway come by DHCP (docs/routeros.md#dhcp-client). */
export const leaseGatewayFixed: Rule = {
  id: 'routes/lease-gateway-fixed',
  level: 'warning',
  title: { en: 'A fixed gateway on a DHCP line', id: 'Gateway tetap di jalur DHCP' },
  why: {
    en: 'The provider gives the gateway with the lease. When it gives another one, the stated route leads nowhere until somebody corrects it.',
    id: 'ISP memberi gateway bersama lease. Kalau gateway-nya berganti, rute yang ditulis tidak menuju ke mana-mana sampai ada yang memperbaikinya.',
  },
  check(subject) {
    const isLeftOpen = hasScheduledScript(subject.router);
    const stated = defaultRoutes(subject).filter(({ source }) => source === 'static');
    const fixed = [...stated.filter(route => !isRecursive(route)), ...hostRoutes(subject, stated)];
    const lines = subject.router.dhcpClients
      .filter(client => !client.disabled && !setsRoutes(subject, client))
      .map(client => ({
        client,
        own: fixed.filter(route => outsOf(route).includes(client.interface)),
      }))
      .filter(({ own }) => own.length > 0);
    const [line] = lines;
    const [first, ...more] = line?.own ?? [];
    if (!line || !first) return [];
    return [
      {
        ...finding(line.client, first, more),
        fix: together(lines.map(({ client, own }) => kept(subject, client, own))),
        ...(isLeftOpen && { severity: 'info' as const, assuming: unseen }),
      },
    ];
  },
};

const unseen: Said = {
  en: 'the script that the scheduler runs, which the text does not have, does not set it.',
  id: 'script yang dijalankan scheduler, yang tidak ada di teks, tidak mengaturnya.',
};

/** Host routes to the probe addresses by which these default routes lead. */
function hostRoutes({ well: { rib } }: Subject, defaults: readonly RibRoute[]): RibRoute[] {
  const probes = defaults.filter(isRecursive).flatMap(({ gateways }) => gateways.map(({ text }) => text));
  return rib.routes.filter(
    route =>
      route.source === 'static' &&
      route.destination.endsWith('/32') &&
      probes.includes(route.destination.replace('/32', '')) &&
      !isRecursive(route),
  );
}

/** By way of a probe address only its host route has a fixed gateway. */
const isRecursive = ({ gateways }: RibRoute): boolean => gateways.some(({ recursive }) => recursive);

/** A script may bring the routes up to date with each lease. */
const setsRoutes = ({ router }: Subject, { script, comment }: DhcpClient): boolean =>
  /\/ip[ /]route|run/.test(script) ||
  router.plain.some(
    ({ menu, properties }) =>
      menu === '/system script' && /\/ip[ /]route/.test(properties['source'] ?? '') && comment !== '',
  );

function finding(client: DhcpClient, first: RibRoute, more: readonly RibRoute[]): Found {
  const isPort = first.gateways.some(({ text }) => text === client.interface);
  return {
    at: isPort ? client : first,
    what: isPort
      ? {
          en: `${client.interface} gets its gateway by DHCP, and nothing puts it into a route: the default route names the port alone.`,
          id: `${client.interface} mendapat gateway lewat DHCP, dan tidak ada yang memasukkannya ke rute: rute default hanya menyebut port.`,
        }
      : {
          en: `${client.interface} gets its gateway by DHCP, and this route has it fixed as ${gatewayText(first)}.`,
          id: `${client.interface} mendapat gateway lewat DHCP, tetapi rute ini menetapkannya sebagai ${gatewayText(first)}.`,
        },
    do: {
      en: 'Let the client add the route (add-default-route=yes with default-route-distance; default-route-tables from 7.18 on), or set the gateway in its script, by the comment of the route.',
      id: 'Biarkan client membuat rutenya (add-default-route=yes dengan default-route-distance; default-route-tables mulai 7.18), atau atur gateway di script-nya, lewat komentar rute.',
    },
    related: (isPort ? [first, ...more] : more).map(route => ({
      at: route,
      text: { en: 'Fixed here, too.', id: 'Tetap di sini juga.' },
    })),
  };
}

/**
 * The script of the client sets the gateway of these routes with each lease, found by their comment (docs/routeros.md#lease-scripts).
 * Not where the client has another script, or a comment is that of other routes, too.
 */
function kept({ router }: Subject, client: DhcpClient, own: readonly RibRoute[]): Mend | undefined {
  const routes = own.flatMap(route => statedRoute(router, route) ?? []);
  const isAlone = routes.every(
    ({ comment }) =>
      comment === '' || router.routes.every(other => other.comment !== comment || routes.includes(other)),
  );
  const isPlain = own.every(({ gateways }) => gateways.length === 1) && routes.length === own.length;
  if (client.script !== '' || !isAlone || !isPlain) return undefined;
  const named = routes.map(({ comment }) => (comment === '' ? commentFor(router, client) : comment));
  const comments = [...new Set(named)];
  return {
    changes: [
      ...routes.flatMap((route): Change[] =>
        route.comment === '' ? [set(route, 'comment', commentFor(router, client))] : [],
      ),
      set(client, 'script', scriptFor(comments)),
    ],
    isSafe: false,
    note: {
      en: 'The script runs with each lease, and finds the routes by their comments: leave these as they are. Until the next lease the gateway is the one that is written.',
      id: 'Script berjalan pada setiap lease, dan menemukan rute lewat komentarnya: jangan diubah. Sampai lease berikutnya gateway-nya tetap yang tertulis.',
    },
  };
}

const scriptFor = (comments: readonly string[]): string =>
  `:if ($bound=1) do={ ${comments
    .map(comment => `/ip route set [find comment="${escapeText(comment)}"] gateway=$"gateway-address"`)
    .join('; ')} }`;

/** One that no other route has. */
function commentFor({ routes }: Subject['router'], { interface: name }: DhcpClient): string {
  const comment = `gateway of ${name}`;
  return routes.some(route => route.comment === comment) ? `${comment} by DHCP` : comment;
}

/** Of several lines the first is named, and all are mended. */
function together(mends: readonly (Mend | undefined)[]): Mend | undefined {
  const known = mends.flatMap(mend => mend ?? []);
  const [first] = known;
  return first && known.length === mends.length
    ? { ...first, changes: known.flatMap(({ changes }) => changes) }
    : undefined;
}
