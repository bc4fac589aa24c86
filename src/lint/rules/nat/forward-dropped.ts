import { lineOf } from '../../ask/lines.ts';
import { type Forward, forwardsOf, knockOn } from '../../ask/strangers/index.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A port forward that the filter does not let through (docs/routeros.md#packet-flow). */
export const forwardDropped: Rule = {
  id: 'nat/forward-dropped',
  level: 'error',
  title: {
    en: 'The filter drops what a port forward lets in',
    id: 'Filter membuang yang diteruskan dst-nat',
  },
  why: {
    en: 'The destination is translated first, and the filter then sees the packet on its way to the host: a rule of dst-nat opens nothing by itself.',
    id: 'Alamat tujuan diterjemahkan dulu, lalu filter melihat paket menuju host: aturan dst-nat sendiri tidak membuka apa pun.',
  },
  check: subject => forwardsOf(subject).flatMap(forward => finding(subject, forward)),
};

function finding(subject: Subject, forward: Forward): Found[] {
  const knocks = knockOn(subject, forward);
  const dropped = knocks.flatMap(({ wan, trace }) => {
    const { ending } = trace;
    const isDropped = ending.kind === 'dropped' || ending.kind === 'rejected';
    return isDropped && ending.rule.table === 'filter' ? [{ wan, trace, by: ending.rule }] : [];
  });
  const [first] = dropped;
  if (!first || dropped.length < knocks.length) return [];
  return [
    {
      at: forward.rule,
      what: {
        en: `What comes for ${forward.to} by this port forward is dropped by the filter rule at ${lineOf(first.by.origin).en}.`,
        id: `Paket untuk ${forward.to} lewat dst-nat ini dibuang oleh aturan filter di ${lineOf(first.by.origin).id}.`,
      },
      do: {
        en: 'Accept it in chain=forward before that rule: connection-nat-state=dstnat action=accept',
        id: 'Terima di chain=forward sebelum aturan itu: connection-nat-state=dstnat action=accept',
      },
      related: [{ at: first.by, text: { en: 'It is dropped here.', id: 'Dibuang di sini.' } }],
      counterExample: { prepared: subject.well, packet: first.trace.packet, trace: first.trace },
    },
  ];
}
