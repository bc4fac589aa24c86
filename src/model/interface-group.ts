import type { Interface } from './items/interface.ts';
import type { Router } from './router.ts';

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

/** The interfaces that a name in a rule means: itself, or every one of its kind. */
export function interfacesMeant({ interfaces }: Router, name: string): readonly string[] {
  const belongs = groups[name];
  return isInterfaceGroup(name) && belongs ? interfaces.filter(belongs).map(item => item.name) : [name];
}
