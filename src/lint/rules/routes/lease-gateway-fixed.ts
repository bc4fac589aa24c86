import type { DhcpClient } from '../../../model/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import { hasScheduledScript } from '../../ask/checked.ts';
import { defaultRoutes, gatewayText, outsOf } from '../../ask/routes.ts';
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
    const fixed = defaultRoutes(subject).filter(({ source }) => source === 'static');
    return subject.router.dhcpClients
      .filter(client => !client.disabled && !setsRoutes(subject, client))
      .flatMap(client => {
        const own = fixed.filter(route => outsOf(route).includes(client.interface) && !isRecursive(route));
        const [first, ...more] = own;
        if (!first) return [];
        return [
          {
            ...finding(client, first, more),
            ...(isLeftOpen && { severity: 'info' as const, assuming: unseen }),
          },
        ];
      })
      .slice(0, 1);
  },
};

const unseen: Said = {
  en: 'the script that the scheduler runs, which the text does not have, does not set it.',
  id: 'script yang dijalankan scheduler, yang tidak ada di teks, tidak mengaturnya.',
};

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
      en: 'Let the client add the route (add-default-route=yes with default-route-distance; default-route-tables from 7.18 on), or set the gateway in its script.',
      id: 'Biarkan client membuat rutenya (add-default-route=yes dengan default-route-distance; default-route-tables mulai 7.18), atau atur gateway di script-nya.',
    },
    related: (isPort ? [first, ...more] : more).map(route => ({
      at: route,
      text: { en: 'Fixed here, too.', id: 'Tetap di sini juga.' },
    })),
  };
}
