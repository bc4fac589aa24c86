import { rolesOf } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

/** A WAN that is a port of a bridge (docs/routeros.md#addresses-of-bridge-ports). */
export const wanInBridge: Rule = {
  id: 'interfaces/wan-in-bridge',
  level: 'warning',
  title: { en: 'A WAN is a port of a bridge', id: 'WAN menjadi port bridge' },
  why: {
    en: 'A port of a bridge has no traffic of its own: rules for it do not match, its address acts on the bridge, and the provider is in one network with the other ports.',
    id: 'Port bridge tidak punya trafik sendiri: aturan untuknya tidak cocok, alamatnya berlaku di bridge, dan ISP berada satu jaringan dengan port lain.',
  },
  check({ router }) {
    const { wans } = rolesOf(router);
    const stated = new Set(
      [...router.addresses, ...router.dhcpClients]
        .filter(({ disabled }) => !disabled)
        .flatMap(item => ['port' in item && item.port !== undefined ? item.port : item.interface]),
    );
    return router.bridgePorts
      .filter(port => !port.disabled && (wans.includes(port.interface) || stated.has(port.interface)))
      .filter(port => stated.has(port.interface) && wans.includes(port.interface))
      .map(at => ({
        at,
        isLikely: at.bridge === '',
        what: {
          en: `${at.interface} is a WAN, and a port of ${at.bridge === '' ? 'a bridge' : at.bridge}.`,
          id: `${at.interface} adalah WAN, dan juga port ${at.bridge === '' ? 'sebuah bridge' : at.bridge}.`,
        },
        do: {
          en: 'Take it out of the bridge; a line through a bridge has its address on the bridge.',
          id: 'Keluarkan dari bridge; kalau jalurnya memang lewat bridge, taruh alamatnya di bridge.',
        },
      }));
  },
};
