import { uplinksOf } from '../../../prove/index.ts';
import { type Forward, forwardsOf, knockOn } from '../../ask/strangers/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Services that only one of several WANs brings in (docs/routeros.md#packet-flow). */
export const forwardOneLine: Rule = {
  id: 'nat/forward-one-line',
  level: 'info',
  title: { en: 'A port forward by one WAN only', id: 'dst-nat hanya lewat satu WAN' },
  why: {
    en: 'While that line is down nobody reaches the service, though the others are well.',
    id: 'Selama jalur itu mati layanan tidak bisa dibuka, padahal jalur lain sehat.',
  },
  check(subject) {
    const lines = uplinksOf(subject.well);
    if (lines.length < 2) return [];
    const open = forwardsOf(subject).map(forward => ({ forward, by: openBy(subject, forward) }));
    const single = open.filter(
      ({ forward, by }) =>
        by.length === 1 &&
        !open.some(
          other => other.by.join() !== by.join() && isTwin(forward, other.forward) && other.by.length > 0,
        ),
    );
    const [first] = single;
    if (!first) return [];
    const others = lines.filter(name => !first.by.includes(name)).join(', ');
    return [
      {
        at: first.forward.rule,
        what: {
          en: `${single.length === 1 ? 'One port forward works' : `${single.length} port forwards work`} by one WAN only; this one by ${first.by.join()}, not by ${others}.`,
          id: `${single.length} dst-nat hanya berlaku di satu WAN; yang ini lewat ${first.by.join()}, tidak lewat ${others}.`,
        },
        do: {
          en: 'Match in-interface-list with all WANs instead of one interface or one address, where the service shall survive a failover.',
          id: 'Pakai in-interface-list berisi semua WAN, bukan satu interface atau satu alamat, kalau layanan harus tetap jalan saat failover.',
        },
        related: single
          .slice(1, 6)
          .map(({ forward }) => ({ at: forward.rule, text: { en: 'This one, too.', id: 'Yang ini juga.' } })),
      },
    ];
  },
};

const openBy = (subject: Subject, forward: Forward): string[] =>
  knockOn(subject, forward).map(({ wan }) => wan);

/** The same service. */
const isTwin = (one: Forward, other: Forward): boolean =>
  one.to === other.to && one.toPort === other.toPort && one.protocol === other.protocol;
