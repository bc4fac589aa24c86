import type { FirewallRule } from '../../../model/index.ts';
import type { Trace } from '../../../walk/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Packets that are to be translated are taken out of connection tracking (docs/routeros.md#connection-tracking). */
export const untrackedNat: Rule = {
  id: 'firewall/untracked-nat',
  level: 'error',
  title: { en: 'Packets for NAT or marks are not tracked', id: 'Paket untuk NAT atau mark tidak dilacak' },
  why: {
    en: 'action=notrack takes a packet out of connection tracking: it is not translated and gets no connection mark, so that it leaves with its private address, by main.',
    id: 'action=notrack mengeluarkan paket dari connection tracking: paket tidak diterjemahkan dan tidak mendapat connection mark, jadi keluar lewat main dengan alamat privat.',
  },
  check: subject =>
    [...untracking(subject)].map(([rule, first]) => ({
      at: rule,
      what: {
        en: 'This rule keeps packets of the LAN to the Internet from being tracked: they leave untranslated.',
        id: 'Aturan ini membuat paket LAN ke Internet tidak dilacak: paket keluar tanpa diterjemahkan.',
      },
      do: {
        en: 'Limit it to packets that stay inside, with dst-address or dst-address-list.',
        id: 'Batasi ke paket yang tetap di dalam, dengan dst-address atau dst-address-list.',
      },
      counterExample: { prepared: subject.well, packet: first.packet, trace: first },
    })),
};

/** By rule, a packet that leaks because of it. */
function untracking({ talks }: Subject): ReadonlyMap<FirewallRule, Trace> {
  const found = new Map<FirewallRule, Trace>();
  for (const { first } of talks) {
    if (first.ending.kind !== 'leaked') continue;
    for (const step of first.steps)
      if (step.kind === 'rule' && step.rule.action.kind === 'notrack')
        found.set(step.rule, found.get(step.rule) ?? first);
  }
  return found;
}
