import { type Forward, forwardsOf, knockOn } from '../../ask/strangers/index.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A port forward to a host to which no route leads (docs/routeros.md#table-look-up). */
export const forwardAstray: Rule = {
  id: 'nat/forward-astray',
  level: 'error',
  title: { en: 'A port forward to a host that is not inside', id: 'dst-nat ke host yang tidak ada di dalam' },
  why: {
    en: 'No network of the router holds that host, so the packet follows the default route and goes back out to the provider, who drops private addresses.',
    id: 'Tidak ada jaringan router yang memuat host itu, jadi paket mengikuti rute default dan kembali ke provider, yang membuang alamat privat.',
  },
  check: subject =>
    subject.well.lans.length === 0 ? [] : forwardsOf(subject).flatMap(forward => finding(subject, forward)),
};

function finding(subject: Subject, forward: Forward): Found[] {
  const knocks = knockOn(subject, forward);
  const lost = knocks.filter(({ trace: { ending } }) => {
    if (ending.kind === 'no-route' || ending.kind === 'looped' || ending.kind === 'leaked') return true;
    return ending.kind === 'forwarded' && ending.wan;
  });
  const [first] = lost;
  if (!first || lost.length < knocks.length) return [];
  return [
    {
      at: forward.rule,
      what: {
        en: `No network of the router holds ${forward.to}, to which this port forward leads.`,
        id: `Tidak ada jaringan router yang memuat ${forward.to}, tujuan dst-nat ini.`,
      },
      do: {
        en: 'Correct to-addresses, or add the network or a route to it.',
        id: 'Perbaiki to-addresses, atau tambahkan jaringan atau rute ke sana.',
      },
      ...(subject.isPart && {
        assuming: {
          en: 'this is the whole configuration',
          id: 'ini seluruh konfigurasinya',
        },
      }),
      counterExample: { prepared: subject.well, packet: first.trace.packet, trace: first.trace },
    },
  ];
}
