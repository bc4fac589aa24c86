import type { Interface, Router } from '../../../model/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** A dialled line whose profile leaves the size of segments as it is (docs/routeros.md#dial-up-clients). */
export const mssUnclamped: Rule = {
  id: 'interfaces/mss-unclamped',
  level: 'warning',
  title: { en: `Large segments over PPPoE`, id: `Segmen besar lewat PPPoE` },
  why: {
    en: `PPPoE takes 8 bytes of each packet. Hosts that do not learn so, because ICMP is filtered on the way, send packets that nobody carries: some pages hang.`,
    id: `PPPoE memakai 8 byte dari setiap paket. Host yang tidak mengetahuinya karena ICMP difilter mengirim paket yang tidak bisa lewat: sebagian situs macet.`,
  },
  check: ({ router }) =>
    router.interfaces.filter(isPppoe).flatMap(item => {
      const profile = router.plain.find(
        ({ menu, properties }) =>
          menu === '/ppp profile' && properties['name'] === (item.properties['profile'] ?? 'default'),
      );
      if (profile?.properties['change-tcp-mss'] !== 'no' || changesMss(router)) return [];
      return {
        at: item,
        what: {
          en: `The profile of ${item.name} has change-tcp-mss=no, and no rule of mangle changes the MSS.`,
          id: `Profile ${item.name} memakai change-tcp-mss=no, dan tidak ada aturan mangle yang mengubah MSS.`,
        },
        do: {
          en: 'Use change-tcp-mss=yes in the profile.',
          id: 'Pakai change-tcp-mss=yes di profile.',
        },
        fix: { changes: [set(profile, 'change-tcp-mss', 'yes')], isSafe: true },
        related: [{ at: profile, text: { en: 'The profile.', id: 'Profile-nya.' } }],
      };
    }),
};

const isPppoe = ({ kind, disabled }: Interface): boolean => kind === 'pppoe-client' && !disabled;

const changesMss = ({ firewall }: Router): boolean =>
  firewall.ipv4.mangle.some(({ disabled, action }) => !disabled && action.kind === 'change-mss');
