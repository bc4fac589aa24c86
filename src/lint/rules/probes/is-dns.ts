import type { Gateway } from '../../../model/index.ts';
import { defaultRoutes, freeHosts, hostNote, isNamedElsewhere } from '../../ask/routes/index.ts';
import { type Change, type Mend, set } from '../../fix/change.ts';
import type { Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** With other servers beside it. */
const whySlow: Said = {
  en: 'The host route pins the name server to one line: while that is down, questions to it wait in vain before another server is asked.',
  id: 'Host route mengikat server DNS ke satu jalur: saat jalur itu mati, pertanyaan kepadanya menunggu sia-sia sebelum server lain ditanya.',
};

/** Probe addresses that are the only name servers (docs/routeros.md#recursive-failover). */
export const isDns: Rule = {
  id: 'probes/is-dns',
  level: 'warning',
  title: { en: 'A probe address that is a name server', id: 'Alamat pengecekan yang juga server DNS' },
  why: {
    en: 'The host route pins the name server to one line: while that is down, names are not resolved although another line works.',
    id: 'Host route mengikat server DNS ke satu jalur: saat jalur itu mati, nama tidak bisa dicari padahal jalur lain hidup.',
  },
  check(subject) {
    const { router, well } = subject;
    const gateways = new Set(defaultRoutes(subject).flatMap(route => route.gateways.map(({ text }) => text)));
    const told = [...router.dns.servers, ...router.dhcpNetworks.flatMap(({ dnsServer }) => dnsServer)];
    const servers = new Set<string>(told);
    const pinned = well.rib.routes.filter(({ destination, source, disabled }) => {
      const host = destination.replace(/\/32$/, '');
      return source === 'static' && !disabled && gateways.has(host) && servers.has(host);
    });
    const [first, ...more] = pinned;
    if (!first) return [];
    const hosts = new Set(pinned.map(({ destination }) => destination.replace('/32', '')));
    const isOnly = router.dns.servers.length > 0 && router.dns.servers.every(one => hosts.has(one));
    const names = [...hosts].join(', ');
    const isAlone = isOnly && hosts.size === 1;
    return [
      {
        at: first,
        ...(!isAlone && { severity: 'info' as const, why: whySlow }),
        what: {
          en:
            hosts.size > 1
              ? `${names} are pinned to lines as probe addresses, and used as name servers, too.`
              : `${names} is pinned to a line as a probe address, and used as a name server, too.`,
          id: `${names} diikat ke jalur tertentu sebagai alamat pengecekan, dan juga dipakai sebagai server DNS.`,
        },
        do: {
          en: 'Probe another host of the provider or of the Internet, one that nobody uses.',
          id: 'Pakai host lain untuk pengecekan, yang tidak dipakai siapa pun.',
        },
        fix: probingOthers(subject, [...hosts]),
        related: more.map(route => ({ at: route, text: { en: 'This one, too.', id: 'Yang ini juga.' } })),
      },
    ];
  },
};

/** Each gets another host. Not where scripts or rules name it, which would then be about the old one. */
function probingOthers(subject: Subject, hosts: readonly string[]): Mend | undefined {
  const free = freeHosts(subject);
  if (hosts.length > free.length || hosts.some(host => isNamedElsewhere(subject, host))) return undefined;
  return {
    changes: hosts.flatMap((host, at) => renamed(subject, host, free[at] ?? '')),
    isSafe: false,
    note: hostNote(free.slice(0, hosts.length)),
  };
}

/** In the destinations, gateways and comments of all routes. */
const renamed = ({ router }: Subject, from: string, to: string): Change[] =>
  router.routes.flatMap(route => {
    const gateways = route.gateways.map(textOfGateway);
    return [
      ...(route.destination === `${from}/32` ? [set(route, 'dst-address', `${to}/32`)] : []),
      ...(gateways.includes(from)
        ? [set(route, 'gateway', gateways.map(one => (one === from ? to : one)).join(','))]
        : []),
      ...(isAbout(route.comment, from) ? [set(route, 'comment', route.comment.replaceAll(from, to))] : []),
    ];
  });

const textOfGateway = ({ address, interface: name, table }: Gateway): string => {
  const way = [address, name].filter(part => part !== undefined).join('%');
  return table === undefined ? way : `${way}@${table}`;
};

const isAbout = (comment: string, host: string): boolean => comment.split(/[^\d.]+/).includes(host);
