import { type FirewallRule, membersOf } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Rules for an interface list without members (docs/routeros.md#interface-lists). */
export const listEmpty: Rule = {
  id: 'interfaces/list-empty',
  level: 'warning',
  title: {
    en: 'Rules for an interface list without members',
    id: 'Aturan untuk interface list tanpa anggota',
  },
  why: {
    en: 'A condition for a list without members never holds, and with ! it always does: what the rules are for is not done, or is done to everybody.',
    id: 'Syarat untuk list tanpa anggota tidak pernah terpenuhi, dan dengan ! selalu terpenuhi: aturan itu tidak bekerja, atau mengenai semua.',
  },
  check: subject =>
    subject.router.interfaceLists.flatMap(list => {
      const { name } = list;
      if (list.disabled || membersOf(subject.router, name).length > 0 || isFilled(subject, name)) return [];
      const [first, ...more] = enabledRules(subject.router).filter(rule => asks(rule, name));
      return first
        ? [
            {
              at: first,
              ...(subject.isPart && { severity: 'info' as const }),
              what: {
                en: `The interface list ${name}, which this rule asks for, has no member.`,
                id: `Interface list ${name} yang diminta aturan ini tidak punya anggota.`,
              },
              do: {
                en: `Add members: /interface list member add list=${name} interface=…; for clients that dial in, set interface-list=${name} in their PPP profile.`,
                id: `Tambahkan anggota: /interface list member add list=${name} interface=…; untuk klien dial-in, atur interface-list=${name} di PPP profile.`,
              },
              related: more.map(at => ({ at, text: { en: 'This one, too.', id: 'Yang ini juga.' } })),
            },
          ]
        : [];
    }),
};

const asks = ({ matchers }: FirewallRule, list: string): boolean =>
  matchers.some(one => 'list' in one && /-interface-list$/.test(one.kind) && one.list === list);

/** Profiles of clients, detection of the Internet and scripts fill lists as well, and so may what is only kept. */
const isFilled = ({ router: { plain, kept } }: Subject, name: string): boolean =>
  plain.some(({ properties }) =>
    Object.entries(properties).some(([property, value]) =>
      /interface-list$|^source$|^on-/.test(property) ? value.includes(name) : false,
    ),
  ) || kept.some(({ text }) => text.includes(name));
