import { type FirewallRule, mainTable } from '../../../model/index.ts';
import { arrivalsOf, enabledRules } from '../../../prove/index.ts';
import { leftOversOf } from '../../ask/defects.ts';
import { matcherOf, sparesMarked } from '../../ask/firewall/index.ts';
import { defaultRoutes, outsOf } from '../../ask/routes/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A connection mark that ends the chain before the routing mark (docs/routeros.md#actions). */
export const endsEarly: Rule = {
  id: 'marks/ends-early',
  level: 'warning',
  title: {
    en: 'The first packet gets no routing mark',
    id: 'Paket pertama tidak mendapat routing mark',
  },
  why: {
    en: 'passthrough=no ends mangle for the packet that is marked: the first packet of each connection goes by main and is translated for that line; the following ones are marked for another.',
    id: 'passthrough=no mengakhiri mangle untuk paket yang ditandai: paket pertama setiap koneksi mengikuti main dan diterjemahkan untuk jalur itu; paket berikutnya ditandai untuk jalur lain.',
  },
  check(subject) {
    const { router, wans } = subject;
    const rules = enabledRules(router).filter(
      ({ table, chain }) => table === 'mangle' && chain === 'prerouting',
    );
    const unreached = leftOversOf(subject, 'unreached-mark').flatMap(({ origins }) => origins);
    const found = rules.filter(
      (rule, at) =>
        rule.action.kind === 'mark-connection' &&
        !rule.action.passthrough &&
        !isOfWans(arrivalsOf(router, rule), wans) &&
        rules.slice(at + 1).some(one => isFor(one, rule) && !unreached.includes(one.origin)),
    );
    const [first, ...more] = found;
    if (!first) return [];
    return [
      {
        at: first,
        // Where main leads out by the line of the mark, no packet goes astray as long as it does.
        ...(found.every(rule => leadsWhereMainLeads(subject, rules, rule)) && { severity: 'info' as const }),
        what: {
          en: 'This rule marks a connection and ends mangle for its first packet; the rule that gives it a routing mark comes after.',
          id: 'Aturan ini menandai koneksi lalu mengakhiri mangle untuk paket pertamanya; aturan yang memberi routing mark ada setelahnya.',
        },
        do: {
          en: 'Say passthrough=yes here, and passthrough=no at the rule that marks for the table.',
          id: 'Tulis passthrough=yes di sini, dan passthrough=no di aturan yang menandai untuk tabel.',
        },
        fix: {
          changes: [
            ...found.map(rule => set(rule, 'passthrough', 'yes')),
            ...rules
              .filter(one => one.action.kind === 'mark-routing' && one.action.passthrough)
              .filter(one => found.some(rule => isFor(one, rule)))
              .map(one => set(one, 'passthrough', 'no')),
          ],
          isSafe: rules
            .slice(rules.indexOf(first) + 1)
            .every(one => one.action.kind === 'mark-routing' || sparesMarked(one)),
          note: {
            en: 'Later rules of the chain see these packets then, and may mark them otherwise.',
            id: 'Aturan berikutnya di chain itu lalu melihat paket ini, dan bisa menandainya lain.',
          },
        },
        related: more.map(at => ({ at, text: { en: 'The same here.', id: 'Sama di sini.' } })),
      },
    ];
  },
};

const isOfWans = (arrivals: readonly string[], wans: readonly string[]): boolean =>
  arrivals.length > 0 && arrivals.every(name => wans.includes(name));

const isFor = (one: FirewallRule, { action }: FirewallRule): boolean =>
  one.action.kind === 'mark-routing' &&
  action.kind === 'mark-connection' &&
  matcherOf(one, 'connection-mark')?.mark === action.mark;

function leadsWhereMainLeads(subject: Subject, rules: readonly FirewallRule[], rule: FirewallRule): boolean {
  const tables = rules.flatMap(one =>
    one.action.kind === 'mark-routing' && isFor(one, rule) ? [one.action.mark] : [],
  );
  const [main = ''] = linesOf(subject, mainTable);
  return tables.length > 0 && main !== '' && tables.every(table => linesOf(subject, table).join() === main);
}

/** By which ports the active default routes of a table lead out. */
const linesOf = (subject: Subject, table: string): string[] => [
  ...new Set(defaultRoutes(subject).flatMap(one => (one.table === table && one.active ? outsOf(one) : []))),
];
