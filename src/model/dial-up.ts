import type { Interface } from './items/interface.ts';
import type { Router } from './router.ts';

/** A line that dials a provider, who gives it an address and a peer, and with them perhaps a default route. */
export interface DialledLine {
  readonly interface: Interface;
  readonly addDefaultRoute: boolean;
  readonly defaultRouteDistance: number;
}

const clientMenu = /^\/interface (?:l2tp|pptp|sstp|ovpn|ppp)-client$/;

/** Enabled lines that are dialled, with their default routes (docs/routeros.md#dial-up-clients). */
export function dialledLines(router: Router): DialledLine[] {
  return router.interfaces
    .filter(item => !item.disabled && dials(item) && !asksByDhcp(router, item))
    .map(item => {
      const usual = item.kind === 'lte' ? apnOf(router, item) : { add: false, distance: 1 };
      const { addDefaultRoute = usual.add, defaultRouteDistance = usual.distance } = item;
      return { interface: item, addDefaultRoute, defaultRouteDistance };
    });
}

/** A modem that shows itself as an Ethernet port: its address and its route come by DHCP. */
const asksByDhcp = ({ dhcpClients }: Router, { kind, name }: Interface): boolean =>
  kind === 'lte' && dhcpClients.some(client => client.interface === name && !client.disabled);

function dials({ kind, origin }: Interface): boolean {
  return kind === 'pppoe-client' || kind === 'lte' || (kind === 'other' && clientMenu.test(origin.menu));
}

/** A modem has its default route from the first of its APN profiles: yes and distance 2 where nothing is stated. */
function apnOf({ plain }: Router, { properties }: Interface) {
  const [profile = 'default'] = (properties['apn-profiles'] ?? 'default').split(',');
  const apn = plain.find(
    ({ menu, factory, properties: { name } }) =>
      menu === '/interface lte apn' && (name ?? (factory === undefined ? '' : 'default')) === profile,
  )?.properties;
  const distance = Number(apn?.['default-route-distance'] ?? 2);
  return { add: apn?.['add-default-route'] !== 'no', distance };
}
