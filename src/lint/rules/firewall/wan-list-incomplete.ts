import { type FirewallRule, membersOf, type Router } from '../../../model/index.ts';
import { enabledRules, uplinksOf } from '../../../prove/index.ts';
import { add } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A list of outside ports that lacks one (docs/routeros.md#interface-lists). */
export const wanListIncomplete: Rule = {
  id: 'firewall/wan-list-incomplete',
  level: 'error',
  title: { en: 'A WAN is missing in the list of WANs', id: 'Satu WAN tidak ada di daftar WAN' },
  why: {
    en: 'Rules for the list do not see that line: what they drop from outside gets in by it, and what they translate leaves by it untranslated.',
    id: 'Aturan untuk daftar itu tidak berlaku di jalur tersebut: yang dibuang dari luar tetap masuk lewat situ, dan yang harus diterjemahkan keluar apa adanya.',
  },
  check(subject) {
    const { router } = subject;
    const lines = uplinksOf(subject.well);
    return [...new Set(enabledRules(router).flatMap(listsOf))].flatMap(list => {
      const members = membersOf(router, list);
      const missing = lines.filter(name => !members.includes(name));
      const carriers = missing.filter(name => members.includes(carrierOf(router, name) ?? ''));
      const isOutside = members.some(name => lines.includes(name)) || carriers.length > 0;
      const isAsked = isOutside && missing.length > 0 && isDropping(router, list);
      return isAsked ? finding(subject, list, missing, carriers) : [];
    });
  },
};

/** Lists that rules ask for as the port by which packets come. */
const listsOf = ({ matchers }: FirewallRule): string[] =>
  matchers.flatMap(one => (one.kind === 'in-interface-list' && !one.negated ? [one.list] : []));

/** Is the list what a rule keeps out? A list of one line for its own marks lacks the others on purpose. */
const isDropping = (router: Router, list: string): boolean =>
  enabledRules(router).some(
    rule =>
      rule.table === 'filter' &&
      (rule.action.kind === 'drop' || rule.action.kind === 'reject') &&
      listsOf(rule).includes(list),
  );

/** The port that a line is dialled on, or tagged. */
const carrierOf = ({ interfaces }: Router, name: string): string | undefined =>
  interfaces.find(one => one.name === name)?.parent;

function finding(
  { router }: Subject,
  list: string,
  missing: readonly string[],
  carriers: readonly string[],
): Found[] {
  const at = router.interfaceListMembers.findLast(member => member.list === list && !member.disabled);
  const names = missing.join(', ');
  if (!at) return [];
  return [
    {
      at,
      what: {
        en: `The list ${list} lacks ${names}, by which a default route leads out${carriers.length > 0 ? `; what it has, ${carriersText(router, carriers)}, only carries it` : ' as well'}.`,
        id: `Daftar ${list} tidak berisi ${names}, padahal rute default ${carriers.length > 0 ? 'keluar' : 'juga keluar'} lewat situ${carriers.length > 0 ? `; yang ada di daftar, ${carriersText(router, carriers)}, hanya membawanya` : ''}.`,
      },
      do: {
        en: `Add it: /interface list member add list=${list} interface=${missing[0]}`,
        id: `Tambahkan: /interface list member add list=${list} interface=${missing[0]}`,
      },
      fix: {
        changes: missing.map(name =>
          add('/interface list member', { list, interface: name }, { behind: at }),
        ),
        isSafe: false,
        note: {
          en: 'All rules for the list are for that line then: what they drop from outside is dropped there, too.',
          id: 'Semua aturan untuk daftar itu lalu berlaku di jalur tersebut: yang dibuang dari luar juga dibuang di sana.',
        },
      },
    },
  ];
}

const carriersText = (router: Router, names: readonly string[]): string =>
  [...new Set(names.flatMap(name => carrierOf(router, name) ?? []))].join(', ');
