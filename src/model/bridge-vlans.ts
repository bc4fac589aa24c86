import { membersOf } from './interface-members.ts';
import type { Interface } from './items/interface.ts';
import type { PlainItem } from './items/plain.ts';
import type { Router } from './router.ts';
import { existsIn } from './semantics.ts';

/** A VLAN of the router on a bridge that filters and does not hand it the frames (docs/routeros.md#bridge-vlans). */
export interface WithheldVlan {
  readonly vlan: Interface;
  readonly bridge: Interface;
  /** The entry of the bridge for that VLAN, where there is one. */
  readonly entry: PlainItem | undefined;
  /** Not where only the version could tell, or a statement that was not understood. */
  readonly isSure: boolean;
}

export const bridgeVlanMenu = '/interface bridge vlan';

/** From 7.16 on RouterOS adds the bridge by itself. */
const byItself = { dialect: 'v7', minor: 16 } as const;

export function withheldVlans(router: Router): WithheldVlan[] {
  const { version, interfaces } = router;
  const mayBeNewer = existsIn(byItself, version);
  if (mayBeNewer && version.minor !== undefined) return [];
  const isLeftOpen = router.kept.some(({ origin }) => origin.menu === bridgeVlanMenu);
  if (isLeftOpen) return [];
  return interfaces.flatMap(vlan => {
    const bridge = interfaces.find(({ name, kind }) => kind === 'bridge' && name === vlan.parent);
    const filters = bridge?.properties['vlan-filtering'] === 'yes' && !bridge.disabled;
    if (vlan.kind !== 'vlan' || vlan.disabled || !bridge || !filters) return [];
    const all = entriesOf(router, bridge.name);
    const own = all.filter(item => includes(item.properties['vlan-ids'] ?? '1', vlan.vlanId ?? 1));
    if (own.some(item => isMember(router, item, bridge.name))) return [];
    const isPart = version.text === '' && all.length === 0;
    return isPart ? [] : [{ vlan, bridge, entry: own[0], isSure: !mayBeNewer }];
  });
}

const entriesOf = ({ plain }: Router, bridge: string): PlainItem[] =>
  plain.filter(
    item => item.menu === bridgeVlanMenu && !item.disabled && item.properties['bridge'] === bridge,
  );

/** `10,20-29` */
const includes = (ids: string, id: number): boolean =>
  ids.split(',').some(part => {
    const [from, to = from] = part.split('-').map(Number);
    return from !== undefined && to !== undefined && id >= from && id <= to;
  });

/** By its name or by a list; as an untagged member it gets frames without the tag that the VLAN asks for. */
const isMember = (router: Router, { properties }: PlainItem, bridge: string): boolean =>
  (properties['tagged'] ?? '')
    .split(',')
    .some(name => name === bridge || (name !== '' && membersOf(router, name).includes(bridge)));
