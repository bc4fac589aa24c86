import type { FirewallRule } from '../../../model/index.ts';
import type { Trace } from '../../../walk/index.ts';
import { asksFor, portsInWords } from '../../ask/firewall/index.ts';
import { type Mend, set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Talk } from '../../subject.ts';

/** Routing marks on packets that come in by a WAN (docs/routeros.md#packet-flow). */
export const unscoped: Rule = {
  id: 'marks/unscoped',
  level: 'error',
  title: {
    en: 'Packets from a WAN get a routing mark',
    id: 'Paket dari WAN mendapat routing mark',
  },
  why: {
    en: 'The answers of the Internet are marked for a table of their own connection, whose default route leads back to the provider: they never reach the LAN.',
    id: 'Jawaban dari Internet ditandai untuk tabel koneksinya sendiri, yang rute default-nya kembali ke ISP: jawaban itu tidak pernah sampai ke LAN.',
  },
  check({ talks, well }) {
    const found = new Map<FirewallRule, Found>();
    for (const talk of talks)
      for (const rule of marking(talk.answer, well.wans)) {
        const isLooped = talk.answer?.ending.kind === 'looped';
        if (!found.has(rule) || (isLooped && found.get(rule)?.severity !== undefined))
          found.set(rule, finding(rule, talk, isLooped, well));
      }
    return [...found.values()];
  },
};

/** Rules that gave a packet from a WAN the routing mark that it was looked up with. */
function marking(answer: Trace | undefined, wans: readonly string[]): FirewallRule[] {
  if (!answer || !wans.includes(answer.packet.in ?? '')) return [];
  return answer.steps.flatMap(step =>
    step.kind === 'rule' && step.rule.action.kind === 'mark-routing' ? [step.rule] : [],
  );
}

function finding(rule: FirewallRule, { answer }: Talk, isLooped: boolean, prepared: CounterPrepared): Found {
  const mark = rule.action.kind === 'mark-routing' ? rule.action.mark : '';
  return {
    at: rule,
    ...(!isLooped && { severity: 'warning', why: ofWhatPasses }),
    what: isLooped
      ? {
          en: `This rule also marks what comes in by a WAN for ${mark}: answers are sent back out to the provider.`,
          id: `Aturan ini juga menandai paket yang masuk lewat WAN untuk ${mark}: jawaban dikirim kembali ke ISP.`,
        }
      : {
          en: `This rule also marks what comes in by a WAN for ${mark}; answers pass only because that table does not take them.`,
          id: `Aturan ini juga menandai paket yang masuk lewat WAN untuk ${mark}; jawaban lolos hanya karena tabel itu tidak mengambilnya.`,
        },
    do: {
      en: 'Add in-interface or in-interface-list of the LAN to this rule.',
      id: 'Tambahkan in-interface atau in-interface-list LAN pada aturan ini.',
    },
    fix: scoped(rule, isLooped, prepared),
    ...(answer && isLooped && { counterExample: { prepared, packet: answer.packet, trace: answer } }),
  };
}

const ofWhatPasses = {
  en: 'Once that table has a route for them (a default route is enough), answers of the Internet go back to the provider and never reach the LAN.',
  id: 'Begitu tabel itu punya rute untuknya (rute default saja cukup), jawaban dari Internet kembali ke ISP dan tidak pernah sampai ke LAN.',
};

/** It is for what the LANs send, unless it names ports already. */
function scoped(rule: FirewallRule, isLooped: boolean, { router, lans }: CounterPrepared): Mend | undefined {
  const [words, ...more] = portsInWords(router, 'in', lans);
  const [word] = Object.entries(words ?? {});
  if (!word || more.length > 0 || asksFor(rule, 'in-interface', 'in-interface-list')) return undefined;
  return {
    changes: [set(rule, ...word)],
    // What is looped now works for nobody.
    isSafe: isLooped,
    note: {
      en: 'What comes in by tunnels and other ports is not marked any more.',
      id: 'Yang masuk lewat tunnel dan port lain tidak lagi ditandai.',
    },
  };
}

type CounterPrepared = NonNullable<Found['counterExample']>['prepared'];
