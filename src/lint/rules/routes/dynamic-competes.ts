import type { Router } from '../../../model/index.ts';
import type { RibRoute } from '../../../rib/index.ts';
import { lineOf } from '../../ask/lines.ts';
import { competing, gatewayText, outsOf } from '../../ask/routes/index.ts';
import { type Change, type Mend, set } from '../../fix/change.ts';
import type { Found, Rule, Said } from '../../rule.ts';

/** A default route of a lease or a dialled line beside stated ones (docs/routeros.md#dhcp-client). */
export const dynamicCompetes: Rule = {
  id: 'routes/dynamic-competes',
  level: 'warning',
  title: {
    en: 'A dynamic default route beside stated ones',
    id: 'Rute default dinamis di samping yang ditulis',
  },
  why: {
    en: 'The client adds a default route of its own. It is preferred to the stated ones, or stands beside them, and nobody checks its gateway: while it is dead, packets still go there.',
    id: 'Client membuat rute default sendiri. Rute itu diutamakan daripada yang ditulis, atau sejajar, dan gateway-nya tidak dicek: saat mati pun paket tetap ke sana.',
  },
  check(subject) {
    const { dynamic, stated } = competing(subject);
    const [first, ...more] = dynamic;
    return first ? [finding(subject.router, first, more, stated)] : [];
  },
};

function finding(
  router: Router,
  first: RibRoute,
  more: readonly RibRoute[],
  stated: readonly RibRoute[],
): Found {
  const gateways = [...new Set(stated.map(gatewayText))].join(', ');
  return {
    at: first,
    what: {
      en: `This client adds a default route of distance ${first.distance} that nothing checks, beside the checked ones by ${gateways}.`,
      id: `Client ini membuat rute default dengan distance ${first.distance} yang tidak dicek, di samping yang dicek lewat ${gateways}.`,
    },
    ...(isStatedToo([first, ...more], stated)
      ? { do: leaveOut, fix: without(router, [first, ...more]) }
      : { do: first.source === 'dhcp' ? check : first.source === 'modem' ? ofModem : ofLine }),
    related: [...more, ...stated].map(route => ({ at: route, text: lineOf(route.origin) })),
  };
}

/** Do the stated routes lead out by each of these lines as well? Else nothing would be left of it without its client's. */
function isStatedToo(dynamic: readonly RibRoute[], stated: readonly RibRoute[]): boolean {
  const outs = new Set(stated.flatMap(outsOf));
  return dynamic.flatMap(outsOf).every(name => outs.has(name));
}

const leaveOut: Said = {
  en: 'Say add-default-route=no here, or give it a greater distance than the stated routes (default-route-distance).',
  id: 'Tulis add-default-route=no di sini, atau beri distance lebih besar daripada rute yang ditulis (default-route-distance).',
};

const check: Said = {
  en: 'Have it checked: from 7.19 on check-gateway=ping in the DHCP client. Before, state a checked route by this line, whose gateway the script of the client keeps, and say add-default-route=no.',
  id: 'Buat rutenya dicek: mulai 7.19 check-gateway=ping di DHCP client. Sebelumnya: tulis rute yang dicek lewat jalur ini, yang gateway-nya dijaga script client, dan add-default-route=no.',
};

const ofModem: Said = {
  en: 'A modem is never checked: say add-default-route=no in its APN profile, and state the default route by a host of the Internet (host route by the modem with scope=10, default route with target-scope=11 and check-gateway=ping).',
  id: 'Modem tidak pernah dicek: tulis add-default-route=no di profil APN, lalu tulis rute default lewat sebuah host di Internet (host route lewat modem dengan scope=10, rute default dengan target-scope=11 dan check-gateway=ping).',
};

const ofLine: Said = {
  en: 'Say add-default-route=no here, and state the default route by a host of the Internet (host route by this line with scope=10, default route with target-scope=11 and check-gateway=ping).',
  id: 'Tulis add-default-route=no di sini, lalu tulis rute default lewat sebuah host di Internet (host route lewat jalur ini dengan scope=10, rute default dengan target-scope=11 dan check-gateway=ping).',
};

/** Clients and lines that bring the routes leave it to the stated ones; a modem says so in its profile. */
function without(router: Router, dynamic: readonly RibRoute[]): Mend | undefined {
  const clients = [...router.dhcpClients, ...router.interfaces.filter(({ kind }) => kind !== 'lte')];
  const origins = new Set(dynamic.map(({ origin }) => origin));
  const changes = [...origins].flatMap((origin): Change[] => {
    const client = clients.find(one => one.origin === origin);
    return client ? [set(client, 'add-default-route', 'no')] : [];
  });
  if (changes.length < origins.size) return undefined;
  return {
    changes,
    isSafe: false,
    note: {
      en: 'From then on only the stated routes lead out: their gateways must be those of the lines.',
      id: 'Setelah itu hanya rute yang ditulis yang menuju keluar: gateway-nya harus gateway jalur itu.',
    },
  };
}
