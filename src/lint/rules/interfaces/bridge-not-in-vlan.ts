import { existsIn, type Interface, membersOf, type PlainItem, type Router } from '../../../model/index.ts';
import { add, set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A VLAN of the router on a bridge that does not hand it the frames (docs/routeros.md#bridge-vlans). */
export const bridgeNotInVlan: Rule = {
  id: 'interfaces/bridge-not-in-vlan',
  level: 'error',
  title: { en: 'A bridge VLAN without the bridge itself', id: 'VLAN bridge tanpa bridge itu sendiri' },
  why: {
    en: 'With vlan-filtering=yes the bridge hands frames to the router only for VLANs of which it is a member itself: DHCP, the gateway and the router are dead in this one.',
    id: 'Dengan vlan-filtering=yes bridge hanya meneruskan frame ke router untuk VLAN yang ia sendiri anggotanya: DHCP, gateway dan router mati di VLAN ini.',
  },
  check: subject => vlansOf(subject.router).flatMap(one => finding(subject, one)),
};

const menu = '/interface bridge vlan';

interface BridgeVlan {
  readonly vlan: Interface;
  readonly bridge: Interface;
}

/** VLANs of the router on bridges that filter. */
const vlansOf = ({ interfaces }: Router): BridgeVlan[] =>
  interfaces.flatMap(vlan => {
    const bridge = interfaces.find(({ name, kind }) => kind === 'bridge' && name === vlan.parent);
    const filters = bridge?.properties['vlan-filtering'] === 'yes' && !bridge.disabled;
    return vlan.kind === 'vlan' && !vlan.disabled && bridge && filters ? [{ vlan, bridge }] : [];
  });

/** From 7.16 on RouterOS adds the bridge by itself. */
const byItself = { dialect: 'v7', minor: 16 } as const;

function finding(subject: Subject, { vlan, bridge }: BridgeVlan): Found[] {
  const { router, isPart } = subject;
  const { version } = router;
  const entries = router.plain.filter(
    item => item.menu === menu && !item.disabled && item.properties['bridge'] === bridge.name,
  );
  const own = entries.filter(item => includes(item.properties['vlan-ids'] ?? '1', vlan.vlanId ?? 1));
  // A statement that was not understood may be the one.
  const isLeftOpen =
    router.kept.some(({ origin }) => origin.menu === menu) || (isPart && entries.length === 0);
  const mayBeNewer = existsIn(byItself, version);
  if (mayBeNewer && version.minor !== undefined) return [];
  if (isLeftOpen || own.some(item => isMember(router, item, bridge.name))) return [];
  const [entry] = own;
  return [
    {
      at: entry ?? vlan,
      what: {
        en: `VLAN ${vlan.vlanId} of ${bridge.name} lacks ${bridge.name} itself: ${vlan.name} gets no packets.`,
        id: `VLAN ${vlan.vlanId} di ${bridge.name} tidak memuat ${bridge.name} sendiri: ${vlan.name} tidak menerima paket.`,
      },
      do: {
        en: `Add ${bridge.name} to tagged= of that VLAN in /interface bridge vlan.`,
        id: `Tambahkan ${bridge.name} ke tagged= VLAN itu di /interface bridge vlan.`,
      },
      ...(mayBeNewer && {
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
    },
  ];
}

function mend(entry: PlainItem | undefined, { vlanId }: Interface, bridge: string) {
  if (!entry) return add(menu, { bridge, tagged: bridge, 'vlan-ids': `${vlanId}` });
  const tagged = namesIn(entry, 'tagged');
  return set(entry, 'tagged', [...tagged, bridge].join(','));
}

/** `10,20-29` */
const includes = (ids: string, id: number): boolean =>
  ids.split(',').some(part => {
    const [from, to = from] = part.split('-').map(Number);
    return from !== undefined && to !== undefined && id >= from && id <= to;
  });

const namesIn = ({ properties }: PlainItem, property: string): string[] =>
  (properties[property] ?? '').split(',').filter(name => name !== '');

/** By its name or by a list; as an untagged member it gets frames without the tag that the VLAN asks for. */
const isMember = (router: Router, item: PlainItem, bridge: string): boolean =>
  namesIn(item, 'tagged').some(name => name === bridge || membersOf(router, name).includes(bridge));
