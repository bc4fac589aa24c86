import { wordsOf } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

/** A PPTP server (docs/routeros.md#dial-up-clients). */
export const weakVpn: Rule = {
  id: 'services/weak-vpn',
  level: 'warning',
  title: { en: 'A PPTP server', id: 'Server PPTP' },
  why: {
    en: 'Its passwords (MS-CHAPv2) are found from a recorded login within a day, and its encryption with them.',
    id: 'Kata sandinya (MS-CHAPv2) bisa dipecahkan dari satu rekaman login dalam sehari, dan enkripsinya ikut terbuka.',
  },
  check: ({ router }) =>
    [
      ...router.plain.map(({ menu, properties, origin }) => ({ menu, origin, isOn: properties['enabled'] })),
      ...router.kept.map(one => ({
        menu: one.origin.menu,
        origin: one.origin,
        isOn: wordsOf(one).get('enabled'),
      })),
    ]
      .filter(({ menu, isOn }) => menu === '/interface pptp-server server' && isOn === 'yes')
      .map(({ origin }) => ({
        at: origin,
        what: { en: 'The PPTP server is on.', id: 'Server PPTP hidup.' },
        do: {
          en: 'Use WireGuard, IKEv2 or L2TP with IPsec.',
          id: 'Pakai WireGuard, IKEv2, atau L2TP dengan IPsec.',
        },
      })),
};
