import { type Origin, wordsOf } from '../../../model/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A PPTP server (docs/routeros.md#dial-up-clients). */
export const weakVpn: Rule = {
  id: 'services/weak-vpn',
  level: 'warning',
  title: { en: 'A PPTP server', id: 'Server PPTP' },
  why: {
    en: 'Its passwords (MS-CHAPv2) are found from a recorded login within a day, and its encryption with them.',
    id: 'Kata sandinya (MS-CHAPv2) bisa dipecahkan dari satu rekaman login dalam sehari, dan enkripsinya ikut terbuka.',
  },
  check: subject =>
    serversOf(subject).map(origin => ({
      at: origin,
      what: { en: 'The PPTP server is on.', id: 'Server PPTP hidup.' },
      ...(isUnused(subject)
        ? { do: turnOff, fix: { changes: [set({ origin }, 'enabled', 'no')], isSafe: true } }
        : { do: replace }),
    })),
};

const turnOff: Said = {
  en: 'Turn it off: no user may dial in by PPTP.',
  id: 'Matikan: tidak ada pengguna yang boleh masuk lewat PPTP.',
};

const replace: Said = {
  en: 'Use WireGuard, IKEv2 or L2TP with IPsec, move the users there, then turn this off (enabled=no). Which of them, and the keys for both ends, only you can decide.',
  id: 'Pakai WireGuard, IKEv2, atau L2TP dengan IPsec, pindahkan penggunanya, lalu matikan ini (enabled=no). Yang mana, dan kunci untuk kedua ujung, hanya Anda yang bisa menentukan.',
};

const serversOf = ({ router }: Subject): Origin[] =>
  [
    ...router.plain.map(({ menu, properties, origin }) => ({ menu, origin, isOn: properties['enabled'] })),
    ...router.kept.map(one => ({
      menu: one.origin.menu,
      origin: one.origin,
      isOn: wordsOf(one).get('enabled'),
    })),
  ]
    .filter(({ menu, isOn }) => menu === '/interface pptp-server server' && isOn === 'yes')
    .map(({ origin }) => origin);

/** In a whole export: no user of the router may use it, and none is asked for elsewhere (RADIUS). */
function isUnused({ router, isPart }: Subject): boolean {
  const mayDial = router.plain.some(
    ({ menu, disabled, properties }) =>
      menu === '/ppp secret' && !disabled && ['any', 'pptp', '', undefined].includes(properties['service']),
  );
  const isAskedElsewhere = router.kept.some(
    one =>
      (one.origin.menu === '/ppp aaa' && wordsOf(one).get('use-radius') === 'yes') ||
      one.origin.menu === '/interface pptp-server' ||
      one.reason === 'not-understood',
  );
  return !isPart && !mayDial && !isAskedElsewhere;
}
