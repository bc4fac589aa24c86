import { dialledLines, type FirewallRule, membersOf, type Router } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { set, unset } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** A fixed source address on a line whose address changes (docs/routeros.md#dhcp-client). */
export const sourceFixed: Rule = {
  id: 'nat/source-fixed',
  level: 'warning',
  title: {
    en: 'A fixed source on a line with a changing address',
    id: 'Alamat sumber tetap di jalur dinamis',
  },
  why: {
    en: 'The provider gives that line its address. When it gives another one, packets still leave as the old one, and no answer comes back.',
    id: 'Alamat jalur itu diberikan provider. Kalau alamatnya berganti, paket tetap keluar dengan alamat lama, dan jawabannya tidak pernah kembali.',
  },
  check: ({ router }) =>
    enabledRules(router).flatMap(rule => {
      const { action } = rule;
      if (action.kind !== 'src-nat' || !action.toAddresses) return [];
      const [line] = outsOf(router, rule).filter(name => isGivenAddress(router, name));
      if (line === undefined) return [];
      return {
        at: rule,
        what: {
          en: `Packets leave by ${line} as ${action.toAddresses.from}, whatever address the provider gives it.`,
          id: `Paket keluar lewat ${line} sebagai ${action.toAddresses.from}, apa pun alamat yang diberikan provider.`,
        },
        do: {
          en: 'Use action=masquerade, which takes the present address of the line.',
          id: 'Pakai action=masquerade, yang memakai alamat jalur saat itu.',
        },
        fix: {
          changes: [set(rule, 'action', 'masquerade'), unset(rule, 'to-addresses')],
          isSafe: false,
          note: {
            en: 'If the provider always gives this address, the rule is right as it is.',
            id: 'Kalau provider selalu memberi alamat ini, aturan ini sudah benar.',
          },
        },
      };
    }),
};

const outsOf = (router: Router, { matchers }: FirewallRule): readonly string[] =>
  matchers.flatMap(one => {
    if (one.negated) return [];
    if (one.kind === 'out-interface') return one.interface;
    return one.kind === 'out-interface-list' ? membersOf(router, one.list) : [];
  });

/** By DHCP or by dialling, and the text states no address beside. */
const isGivenAddress = (router: Router, name: string): boolean =>
  !router.addresses.some(item => item.interface === name && !item.disabled) &&
  (router.dhcpClients.some(item => item.interface === name && !item.disabled) ||
    dialledLines(router).some(line => line.interface.name === name));
