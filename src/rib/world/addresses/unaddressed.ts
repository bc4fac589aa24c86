import { dialledLines, type Router, referencesOf, rolesOf } from '../../../model/index.ts';

/** WANs to which neither the text nor a lease gives an address, though something in the text uses them. */
export const unaddressedWans = (router: Router): string[] => unaddressed(router, rolesOf(router).wans);

/** The same of LANs, less those that have no network in the text for a reason. */
export function unaddressedLans(router: Router): string[] {
  const none = [...dialledInto(router), ...managedElsewhere(router)];
  return unaddressed(router, rolesOf(router).lans).filter(name => !none.includes(name));
}

/** Where PPPoE clients dial in no address is needed: each has a line of its own. */
const dialledInto = (router: Router): string[] =>
  namedIn(router, '/interface pppoe-server server', /\binterface=(\S+)/);

/** A ZeroTier network gives the router its address. */
const managedElsewhere = (router: Router): string[] => namedIn(router, '/zerotier interface', /\bname=(\S+)/);

/** What a property of statements that are only kept names. */
const namedIn = ({ kept }: Router, menu: string, property: RegExp): string[] =>
  kept.filter(({ origin }) => origin.menu === menu).flatMap(({ text }) => property.exec(text)?.[1] ?? []);

function unaddressed(router: Router, names: readonly string[]): string[] {
  const { addresses, dhcpClients, interfaces, bridgePorts } = router;
  // Of an address that is turned off nothing is left open: the port has none.
  const served = [...addresses, ...dhcpClients.filter(({ disabled }) => !disabled)];
  const lines = dialledLines(router).map(line => line.interface.name);
  const off = interfaces.filter(({ disabled }) => disabled).map(({ name }) => name);
  // What stands on the port of a bridge acts on the bridge.
  const ports = bridgePorts.flatMap(port =>
    port.disabled || isSaid(router, port.interface) ? [] : [port.interface],
  );
  const others = new Set([...served.map(item => item.interface), ...lines, ...off, ...ports]);
  return names.filter(name => !others.has(name) && isUsed(router, name));
}

/** A port that only its name or its comment tells from others may be a spare one. */
const isUsed = (router: Router, name: string): boolean =>
  isSaid(router, name) ||
  (referencesOf(router).find('interface', name)?.uses.length ?? 0) > 0 ||
  router.bridgePorts.some(({ bridge, disabled }) => bridge === name && !disabled);

/** Does the user say which role it has? */
const isSaid = ({ roles }: Router, name: string): boolean =>
  [...(roles?.wans ?? []), ...(roles?.lans ?? [])].includes(name);
