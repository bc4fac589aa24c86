import { enabledRules } from '../../../prove/index.ts';
import type { Rule } from '../../rule.ts';

/** Routing marks that let later rules go on (docs/routeros.md#actions). */
export const passesOn: Rule = {
  id: 'marks/passes-on',
  level: 'info',
  title: { en: 'Rules go on after the routing mark', id: 'Aturan berlanjut setelah routing mark' },
  why: {
    en: 'passthrough is yes unless the text says no: each later rule is tried as well, and a later mark replaces this one.',
    id: 'passthrough adalah yes kecuali teks menulis no: semua aturan berikutnya tetap dicoba, dan mark berikutnya menggantikan yang ini.',
  },
  check({ router }) {
    const found = enabledRules(router).filter(
      ({ action }) => action.kind === 'mark-routing' && action.passthrough,
    );
    const [first, ...more] = found;
    if (!first || more.length === 0) return [];
    return [
      {
        at: first,
        what: {
          en: `${found.length} rules that set a routing mark pass packets on to the next rule.`,
          id: `${found.length} aturan yang memberi routing mark meneruskan paket ke aturan berikutnya.`,
        },
        do: {
          en: 'Say passthrough=no, unless later rules mark packets for queues.',
          id: 'Tulis passthrough=no, kecuali aturan berikutnya menandai paket untuk queue.',
        },
        related: more.map(at => ({ at, text: { en: 'This one, too.', id: 'Yang ini juga.' } })),
      },
    ];
  },
};
