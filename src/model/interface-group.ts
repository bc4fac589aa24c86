import type { Interface } from './items/interface.ts';
import type { Vrf } from './items/vrf.ts';
import type { Router } from './router.ts';
import { existsIn, type Gate } from './semantics.ts';

const dialled = /^\/interface (?:(?:pppoe|l2tp|pptp|sstp|ovpn)-(?:client|server)|ppp-(?:client|server))\b/;
const wireless = /^\/interface (?:wireless|wifi|wifiwave2)$/;

/** Names that stand for every interface of a kind (docs/routeros.md#matchers). */
const groups: Readonly<Record<string, (item: Interface) => boolean>> = {
  'all-ethernet': ({ kind }) => kind === 'ethernet',
  'all-vlan': ({ kind }) => kind === 'vlan',
  'all-ppp': ({ kind, origin }) => kind === 'pppoe-client' || (kind === 'other' && dialled.test(origin.menu)),
  'all-wireless': ({ kind, name, origin }) =>
    kind === 'other' && (wireless.test(origin.menu) || /^(?:wlan|wifi)\d+$/.test(name)),
};

/** `all-ppp` and the like, which are no interfaces themselves. */
export const isInterfaceGroup = (name: string): boolean => Object.hasOwn(groups, name);

/** The interfaces that a name in a rule means: itself, every one of its kind, or those of the VRF that is called so. */
export function interfacesMeant(router: Router, name: string): readonly string[] {
  const belongs = groups[name];
  if (isInterfaceGroup(name) && belongs) return router.interfaces.filter(belongs).map(item => item.name);
  return vrfOf(router, ({ table }) => table === name)?.interfaces ?? [name];
}

const vrfInterfaces: Gate = { dialect: 'v7', minor: 14 };

/** What filter rules can ask for: from 7.14 on packets of a VRF have its interface there (docs/routeros.md#vrf). */
export function interfacesInFilter(router: Router, name: string): readonly string[] {
  const { version } = router;
  const isOfVrf = version.minor !== undefined && existsIn(vrfInterfaces, version);
  return isOfVrf && vrfOf(router, ({ interfaces }) => interfaces.includes(name))
    ? []
    : interfacesMeant(router, name);
}

const vrfOf = (router: Router, test: (vrf: Vrf) => boolean): Vrf | undefined =>
  withInterface(router).find(vrf => !vrf.disabled && test(vrf));

const vrfsThatHaveOne: Gate = { dialect: 'v7' };

/** VRFs of which there is an interface: RouterOS 6 makes none. */
const withInterface = ({ vrfs, version }: Pick<Router, 'vrfs' | 'version'>): readonly Vrf[] =>
  existsIn(vrfsThatHaveOne, version) ? vrfs : [];

/** The names of interfaces that VRFs make. */
export const vrfInterfaceNames = (router: Pick<Router, 'vrfs' | 'version'>): string[] =>
  withInterface(router).map(({ table }) => table);
