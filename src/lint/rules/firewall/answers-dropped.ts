import type { FirewallRule } from '../../../model/index.ts';
import type { Trace } from '../../../walk/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A rule that drops the answers of connections which others let through (docs/routeros.md#connection-tracking). */
export const answersDropped: Rule = {
  id: 'firewall/answers-dropped',
  level: 'error',
  title: { en: 'Answers of allowed connections are dropped', id: 'Jawaban koneksi yang diizinkan dibuang' },
  why: {
    en: 'The filter sees every packet, not only the first of a connection. Where the question gets out and the answer does not get in, nothing works.',
    id: 'Filter memeriksa setiap paket, bukan hanya paket pertama koneksi. Kalau pertanyaan keluar tetapi jawaban tidak bisa masuk, tidak ada yang jalan.',
  },
  check: subject =>
    [...dropping(subject)].map(([rule, answer]) => ({
      at: rule,
      what: {
        en: 'This rule drops the answers to connections that the LAN opens and that get out.',
        id: 'Aturan ini membuang jawaban untuk koneksi yang dibuka LAN dan berhasil keluar.',
      },
      do: {
        en: `Put a rule before it: add chain=${rule.chain} connection-state=established,related,untracked action=accept`,
        id: `Letakkan aturan sebelum itu: add chain=${rule.chain} connection-state=established,related,untracked action=accept`,
      },
      counterExample: { prepared: subject.well, packet: answer.packet, trace: answer },
    })),
};

/** By rule, an answer that it drops. */
function dropping({ talks }: Subject): ReadonlyMap<FirewallRule, Trace> {
  const found = new Map<FirewallRule, Trace>();
  for (const { first, answer } of talks) {
    const ending = answer?.ending;
    if (first.ending.kind !== 'forwarded' || !answer) continue;
    if ((ending?.kind === 'dropped' || ending?.kind === 'rejected') && ending.rule.table === 'filter')
      found.set(ending.rule, found.get(ending.rule) ?? answer);
  }
  return found;
}
