import {
  bridgeVlanMenu,
  type Interface,
  type PlainItem,
  type WithheldVlan,
  withheldVlans,
} from '../../../model/index.ts';
import { add, set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';

/** A VLAN of the router on a bridge that does not hand it the frames (docs/routeros.md#bridge-vlans). */
export const bridgeNotInVlan: Rule = {
  id: 'interfaces/bridge-not-in-vlan',
  level: 'error',
  title: { en: 'A bridge VLAN without the bridge itself', id: 'VLAN bridge tanpa bridge itu sendiri' },
  why: {
    en: 'With vlan-filtering=yes the bridge hands frames to the router only for VLANs of which it is a member itself: DHCP, the gateway and the router are dead in this one.',
    id: 'Dengan vlan-filtering=yes bridge hanya meneruskan frame ke router untuk VLAN yang ia sendiri anggotanya: DHCP, gateway dan router mati di VLAN ini.',
  },
  check: ({ router }) => withheldVlans(router).map(finding),
};

const finding = ({ vlan, bridge, entry, isSure }: WithheldVlan): Found => ({
  at: entry ?? vlan,
  what: {
    en: `VLAN ${vlan.vlanId} of ${bridge.name} lacks ${bridge.name} itself: ${vlan.name} gets no packets.`,
    id: `VLAN ${vlan.vlanId} di ${bridge.name} tidak memuat ${bridge.name} sendiri: ${vlan.name} tidak menerima paket.`,
  },
  do: {
    en: `Add ${bridge.name} to tagged= of that VLAN in ${bridgeVlanMenu}.`,
    id: `Tambahkan ${bridge.name} ke tagged= VLAN itu di ${bridgeVlanMenu}.`,
  },
  ...(!isSure && {
    assuming: {
      en: 'RouterOS is older than 7.16, which adds the bridge by itself.',
      id: 'RouterOS lebih lama dari 7.16, yang menambahkan bridge dengan sendirinya.',
    },
  }),
  related: entry ? [{ at: vlan, text: { en: 'The VLAN.', id: 'VLAN-nya.' } }] : [],
  fix: {
    changes: [mend(entry, vlan, bridge.name)],
    isSafe: false,
    note: {
      en: 'Hosts of that VLAN then reach the router: the firewall decides what they may.',
      id: 'Host di VLAN itu lalu bisa mencapai router: firewall yang menentukan apa yang boleh.',
    },
  },
});

function mend(entry: PlainItem | undefined, { vlanId }: Interface, bridge: string) {
  if (!entry) return add(bridgeVlanMenu, { bridge, tagged: bridge, 'vlan-ids': `${vlanId}` });
  const tagged = (entry.properties['tagged'] ?? '').split(',').filter(name => name !== '');
  return set(entry, 'tagged', [...tagged, bridge].join(','));
}
