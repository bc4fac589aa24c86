import type { FirewallRule } from '../../../model/index.ts';
import { arrivalsOf, enabledRules } from '../../../prove/index.ts';
import { matcherOf } from '../../ask/firewall/index.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A connection mark that is set below the rules that route by it (docs/routeros.md#actions). */
export const setTooLate: Rule = {
  id: 'marks/set-too-late',
  level: 'warning',
  title: {
    en: 'A mark that is set below the rule that needs it',
    id: 'Mark dipasang di bawah aturan yang memakainya',
  },
  why: {
    en: 'Rules are tried from the top: the first packet of each connection has no mark yet where it is asked for, goes by main and is translated for that line; the following ones are marked for another.',
    id: 'Aturan dicoba dari atas: paket pertama setiap koneksi belum punya mark saat ditanyakan, jadi mengikuti main dan diterjemahkan untuk jalur itu; paket berikutnya ditandai untuk jalur lain.',
  },
  check(subject) {
    const rules = enabledRules(subject.router).filter(
      ({ table, chain }) => table === 'mangle' && chain === 'prerouting',
    );
    return [...marksSet(rules)].flatMap(mark => finding(subject, rules, mark));
  },
};

const marksSet = (rules: readonly FirewallRule[]): ReadonlySet<string> =>
  new Set(rules.flatMap(({ action }) => (action.kind === 'mark-connection' ? [action.mark] : [])));

function finding({ router, wans }: Subject, rules: readonly FirewallRule[], mark: string): Found[] {
  const isOfLan = (rule: FirewallRule): boolean => {
    const arrivals = arrivalsOf(router, rule);
    return arrivals.length === 0 || !arrivals.every(name => wans.includes(name));
  };
  const setting = rules.filter(
    rule => rule.action.kind === 'mark-connection' && rule.action.mark === mark && isOfLan(rule),
  );
  const routing = rules.filter(rule => isFor(rule, mark) && isOfLan(rule));
  const [first] = setting;
  const last = routing.at(-1);
  // Marks of other chains are there before: those of answers, or of what was forwarded.
  if (!first || !last || rules.indexOf(last) > rules.indexOf(first)) return [];
  return [
    {
      at: first,
      what: {
        en: `The connection mark ${mark} is set here, below the rule that gives it a routing mark.`,
        id: `Connection mark ${mark} dipasang di sini, di bawah aturan yang memberinya routing mark.`,
      },
      do: {
        en: 'Put the rules that mark routing below those that mark connections.',
        id: 'Letakkan aturan mark-routing di bawah aturan mark-connection.',
      },
      related: [{ at: last, text: { en: 'Asked for here.', id: 'Ditanyakan di sini.' } }],
    },
  ];
}

const isFor = (rule: FirewallRule, mark: string): boolean => {
  const asked = matcherOf(rule, 'connection-mark');
  return rule.action.kind === 'mark-routing' && asked?.mark === mark && !asked.negated;
};
