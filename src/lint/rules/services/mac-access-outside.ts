import {
  interfaceNames,
  membersOf,
  type PlainItem,
  propertyPlace,
  type Router,
  rolesOf,
} from '../../../model/index.ts';
import { uplinksOf } from '../../../prove/index.ts';
import { listOfJust } from '../../ask/firewall/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** Management by MAC address on a WAN (docs/routeros.md#management-services). */
export const macAccessOutside: Rule = {
  id: 'services/mac-access-outside',
  level: 'warning',
  title: {
    en: `WinBox and telnet by MAC address on a WAN`,
    id: `WinBox dan telnet lewat MAC address di WAN`,
  },
  why: {
    en: `They work without IP, so no rule of the firewall sees them: whoever shares the network of the provider can try passwords.`,
    id: `Keduanya bekerja tanpa IP, jadi aturan firewall tidak berlaku: siapa saja di jaringan provider bisa mencoba kata sandi.`,
  },
  check: ({ router, well }) =>
    router.plain.filter(isAccess).flatMap(item => {
      const list = item.properties['allowed-interface-list'] ?? '';
      const open = uplinksOf(well).filter(
        name => isMember(router, list, name) && isSwitched(router, name) && !isListedInside(router, name),
      );
      if (open.length === 0) return [];
      const inside = listOfJust(router, well.lans);
      return {
        ...(inside !== undefined && {
          fix: {
            changes: [set(item, 'allowed-interface-list', inside)],
            isSafe: false,
            note: {
              en: 'Who manages the router by MAC address from another port can do so no more.',
              id: 'Pengelolaan lewat MAC address dari port lain tidak bisa lagi.',
            },
          },
        }),
        at: propertyPlace(item, 'allowed-interface-list')?.value ?? item.origin,
        what: {
          en: `${item.menu} answers on ${open.join(', ')}.`,
          id: `${item.menu} menjawab di ${open.join(', ')}.`,
        },
        do: {
          en: 'Use allowed-interface-list with the LANs alone.',
          id: 'Pakai allowed-interface-list yang berisi LAN saja.',
        },
      };
    }),
};

const isAccess = ({ menu, stated }: PlainItem): boolean =>
  stated?.properties.includes('allowed-interface-list') === true &&
  (menu === '/tool mac-server' || menu === '/tool mac-server mac-winbox');

function isMember(router: Router, list: string, name: string): boolean {
  const [own, isNegated] = [list.replace(/^!/, ''), list.startsWith('!')];
  const isKnown = own === 'all' || router.interfaceLists.some(one => one.name === own);
  return (
    isKnown && interfaceNames(router).includes(name) && membersOf(router, own).includes(name) !== isNegated
  );
}

/** A dialled line has no MAC addresses. */
const isSwitched = ({ interfaces }: Router, name: string): boolean =>
  interfaces.every(item => item.name !== name || (item.kind !== 'pppoe-client' && item.kind !== 'lte'));

/** A line to another router of one's own. */
const isListedInside = (router: Router, name: string): boolean =>
  rolesOf(router).all.some(
    one => one.interface === name && one.evidence.some(({ kind, role }) => kind === 'list' && role === 'lan'),
  );
