import type { FirewallRule } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { asksFor } from '../../ask/firewall/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** Routing marks where no routing decision follows (docs/routeros.md#packet-flow). */
export const wrongChain: Rule = {
  id: 'marks/wrong-chain',
  level: 'error',
  title: { en: 'A routing mark after the routing decision', id: 'Routing mark setelah keputusan routing' },
  why: {
    en: 'In these chains the way of the packet is chosen already: the mark changes nothing, and newer versions refuse the rule.',
    id: 'Di chain ini jalan paket sudah dipilih: mark tidak mengubah apa pun, dan versi baru menolak aturannya.',
  },
  check: ({ router }) =>
    enabledRules(router)
      .filter(({ action, chain }) => action.kind === 'mark-routing' && late.has(chain))
      .map(at => ({
        at,
        what: {
          en: `action=mark-routing has no effect in chain=${at.chain}.`,
          id: `action=mark-routing tidak berpengaruh di chain=${at.chain}.`,
        },
        do: {
          en: 'Use chain=prerouting for what comes in, and chain=output for what the router sends.',
          id: 'Pakai chain=prerouting untuk yang masuk, dan chain=output untuk yang dikirim router.',
        },
        ...(canMove(at) && {
          fix: {
            changes: [set(at, 'chain', 'prerouting')],
            isSafe: false,
            note: {
              en: 'The rule begins to act: packets that it matches leave by the table of its mark.',
              id: 'Aturan ini mulai berlaku: paket yang cocok keluar lewat tabel mark-nya.',
            },
          },
        }),
      })),
};

const late: ReadonlySet<string> = new Set(['input', 'forward', 'postrouting']);

/** Nothing that it asks for is unknown before the routing decision. */
const canMove = (rule: FirewallRule): boolean =>
  rule.chain !== 'postrouting' && !asksFor(rule, 'out-interface', 'out-interface-list');
