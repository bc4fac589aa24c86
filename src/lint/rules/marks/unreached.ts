import type { Origin } from '../../../model/index.ts';
import type { Severity } from '../../../text/index.ts';
import { shadowedIn } from '../../ask/firewall/index.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Marking rules to which no packet comes (docs/routeros.md#packet-flow). */
export const unreached: Rule = {
  id: 'marks/unreached',
  level: 'error',
  title: { en: 'A marking rule that no packet reaches', id: 'Aturan penanda yang tidak dicapai paket' },
  why: {
    en: 'Rules before it end the chain for every packet that it is meant for, so it never marks anything.',
    id: 'Aturan sebelumnya mengakhiri chain untuk semua paket yang dimaksud, jadi aturan ini tidak pernah memberi tanda.',
  },
  check(subject) {
    const { defects, leftOvers } = subject.proof;
    const walked = [...defects, ...leftOvers].flatMap(({ flaw, origins }) =>
      flaw.kind === 'unreached-pcc' || flaw.kind === 'unreached-mark' ? [{ flaw, origins }] : [],
    );
    const known = walked.flatMap(({ origins }) => origins);
    return [
      ...walked.flatMap(({ flaw, origins }) =>
        finding(origins).map(found => (flaw.kind === 'unreached-pcc' ? found : { ...found, severity })),
      ),
      ...behindWider(subject).flatMap(origin =>
        known.includes(origin) ? [] : finding([origin]).map(found => ({ ...found, severity })),
      ),
    ];
  },
};

/** Marking rules whose conditions alone show that one before them takes all their packets. */
const behindWider = ({ well }: Subject): Origin[] =>
  shadowedIn(well, ['mangle']).flatMap(({ rule }) =>
    rule.action.kind.startsWith('mark-') ? [rule.origin] : [],
  );

/** A mark that is never set may be a left-over; a balance that never happens is none. */
const severity: Severity = 'warning';

/** At the first rule, with the others. */
function finding([at, ...more]: readonly Origin[]): Found[] {
  if (!at) return [];
  return [
    {
      at,
      what: {
        en: 'No packet reaches this rule: rules before it take all that it is meant for.',
        id: 'Tidak ada paket yang mencapai aturan ini: aturan sebelumnya mengambil semua yang dimaksud.',
      },
      do: {
        en: 'Put it before them, or let them pass packets on (passthrough=yes); remove it if it is a left-over.',
        id: 'Letakkan sebelum aturan itu, atau biarkan aturan itu meneruskan paket (passthrough=yes); hapus kalau hanya sisa.',
      },
      related: more.map(one => ({ at: one, text: { en: 'Nor this one.', id: 'Yang ini juga tidak.' } })),
    },
  ];
}
