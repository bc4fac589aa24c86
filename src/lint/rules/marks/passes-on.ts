import type { FirewallRule } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { areApart, matcherOf } from '../../ask/firewall/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule, Said } from '../../rule.ts';

/** Routing marks that let later rules go on (docs/routeros.md#actions). */
export const passesOn: Rule = {
  id: 'marks/passes-on',
  level: 'info',
  title: { en: 'Rules go on after the routing mark', id: 'Aturan berlanjut setelah routing mark' },
  why: {
    en: 'passthrough is yes unless the text says no: each later rule is tried as well, and a later mark replaces this one.',
    id: 'passthrough adalah yes kecuali teks menulis no: semua aturan berikutnya tetap dicoba, dan mark berikutnya menggantikan yang ini.',
  },
  check({ router, isPart }) {
    const enabled = enabledRules(router).filter(({ table }) => table === 'mangle');
    const laterThan = (rule: FirewallRule): FirewallRule[] =>
      enabled.slice(enabled.indexOf(rule) + 1).filter(({ chain }) => chain === rule.chain);
    const passing = enabled.filter(rule => passesOnFrom(rule) && laterThan(rule).length > 0);
    const replaced = passing.filter(rule => laterThan(rule).some(later => couldReplace(later, rule)));
    // Exports print the default as well; who writes by hand may not know it.
    const found = replaced.length > 0 ? replaced : isPart ? passing.filter(isUnsaid) : [];
    const [first, ...more] = found;
    if (!first) return [];
    return [
      {
        at: first,
        what: replaced.length > 0 ? mayLose(more.length) : goesOn(more.length),
        do: {
          en: 'Say passthrough=no, unless the later mark is meant to count, or later rules mark packets for queues.',
          id: 'Tulis passthrough=no, kecuali mark berikutnya memang yang dimaksud, atau aturan berikutnya menandai paket untuk queue.',
        },
        ...(found.every(rule => endsAnyhow(rule, enabled)) && {
          fix: { changes: found.map(rule => set(rule, 'passthrough', 'no')), isSafe: true },
        }),
        related: more.map(at => ({ at, text: { en: 'This one, too.', id: 'Yang ini juga.' } })),
      },
    ];
  },
};

const mayLose = (more: number): Said => ({
  en: `This rule sets a routing mark and passes packets on to rules that may set another one${more > 0 ? ` (as ${more === 1 ? 'does 1' : `do ${more}`} more)` : ''}.`,
  id: `Aturan ini memberi routing mark lalu meneruskan paket ke aturan yang bisa memberi mark lain${more > 0 ? ` (begitu juga ${more} aturan lain)` : ''}.`,
});

const goesOn = (more: number): Said => ({
  en: `This rule sets a routing mark and passes packets on: the rules behind it are tried for each of them as well${more > 0 ? ` (so it is with ${more} more)` : ''}.`,
  id: `Aturan ini memberi routing mark lalu meneruskan paket: aturan di belakangnya tetap dicoba untuk setiap paket${more > 0 ? ` (begitu juga ${more} aturan lain)` : ''}.`,
});

const isUnsaid = ({ stated }: FirewallRule): boolean => !stated?.properties.includes('passthrough');

const passesOnFrom = ({ action }: FirewallRule): boolean =>
  action.kind === 'mark-routing' && action.passthrough;

/** May a packet that took this mark take another one there? */
const couldReplace = (later: FirewallRule, rule: FirewallRule): boolean =>
  later.action.kind === 'mark-routing' &&
  rule.action.kind === 'mark-routing' &&
  later.action.mark !== rule.action.mark &&
  !areApart(later, rule);
/** Is nothing behind it in its chain but routing marks for other connection marks? Then it does not matter that it ends there. */
function endsAnyhow(rule: FirewallRule, rules: readonly FirewallRule[]): boolean {
  const own = markAsked(rule);
  return rules
    .slice(rules.indexOf(rule) + 1)
    .filter(({ table, chain }) => table === rule.table && chain === rule.chain)
    .every(other => {
      const mark = markAsked(other);
      return other.action.kind === 'mark-routing' && own !== undefined && mark !== undefined && mark !== own;
    });
}

function markAsked(rule: FirewallRule): string | undefined {
  const asked = matcherOf(rule, 'connection-mark');
  return asked && !asked.negated ? asked.mark : undefined;
}
