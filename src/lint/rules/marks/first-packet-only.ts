import type { FirewallRule } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { asksFor, matcherOf } from '../../ask/firewall/index.ts';
import { leadsAsMain } from '../../ask/routes/index.ts';
import { unset } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A routing mark for the first packet of each connection alone (docs/routeros.md#table-look-up). */
export const firstPacketOnly: Rule = {
  id: 'marks/first-packet-only',
  level: 'error',
  title: {
    en: 'Only the first packet gets the routing mark',
    id: 'Hanya paket pertama mendapat routing mark',
  },
  why: {
    en: 'Each packet is routed by itself. The first one leaves by the line of the mark and is translated for it; all others leave by main with that address, and the connection never comes to be.',
    id: 'Setiap paket dirutekan sendiri-sendiri. Paket pertama keluar lewat jalur mark dan diterjemahkan untuk jalur itu; paket berikutnya keluar lewat main dengan alamat tersebut, dan koneksi tidak pernah jadi.',
  },
  check: subject =>
    marking(subject)
      .filter(rule => isOfNewAlone(rule) && isLost(subject, rule))
      .map(at => {
        const isByMark = asksFor(at, 'connection-mark');
        return {
          at,
          what: {
            en: 'This rule marks new connections alone: their later packets get no routing mark.',
            id: 'Aturan ini hanya menandai koneksi baru: paket berikutnya tidak mendapat routing mark.',
          },
          do: isByMark
            ? {
                en: 'Remove connection-state=new: the connection mark says which packets are meant.',
                id: 'Hapus connection-state=new: connection mark sudah menyatakan paket yang dimaksud.',
              }
            : {
                en: 'Mark the connection here (action=mark-connection), and give all of its packets the routing mark by a second rule (connection-mark=…, action=mark-routing).',
                id: 'Tandai koneksinya di sini (action=mark-connection), lalu beri semua paketnya routing mark dengan aturan kedua (connection-mark=…, action=mark-routing).',
              },
          ...(isByMark && { fix: { changes: [unset(at, 'connection-state')], isSafe: true } }),
        };
      }),
};

const marking = ({ router }: Subject): FirewallRule[] =>
  enabledRules(router).filter(
    rule =>
      rule.action.kind === 'mark-routing' &&
      (rule.chain === 'prerouting' || rule.chain === 'output') &&
      !asksFor(rule, 'nth'),
  );

function isOfNewAlone(rule: FirewallRule): boolean {
  const asked = matcherOf(rule, 'connection-state');
  return asked !== undefined && !asked.negated && asked.states.every(state => state === 'new');
}

/** The table leads elsewhere than main, and no other rule gives its mark to later packets. */
function isLost(subject: Subject, rule: FirewallRule): boolean {
  if (rule.action.kind !== 'mark-routing') return false;
  const { mark } = rule.action;
  const isGivenLater = marking(subject).some(
    other =>
      other.chain === rule.chain &&
      other.action.kind === 'mark-routing' &&
      other.action.mark === mark &&
      !isOfNewAlone(other),
  );
  const isUsed = subject.well.rib.routes.some(({ table, active }) => table === mark && active);
  return isUsed && !isGivenLater && !leadsAsMain(subject, mark);
}
