import { families } from '../net/index.ts';
import { dialledLines } from './dial-up.ts';
import { isInterfaceGroup } from './interface-group.ts';
import type { QueueTarget } from './items/queue.ts';
import { rulesOf } from './items/rule.ts';
import type { Matcher } from './matcher.ts';
import { pppProfile } from './ppp-profile.ts';
import type { Router } from './router.ts';

// A Router is frozen, so what was read from it once stays true.
const namesOf = new WeakMap<Router, readonly string[]>();

/** Names of all interfaces that a configuration defines or mentions, in order of first appearance. */
export function interfaceNames(router: Router): readonly string[] {
  const names =
    namesOf.get(router) ??
    [...new Set(mentions(router))].filter(name => name !== '' && !isInterfaceGroup(name));
  namesOf.set(router, names);
  return names;
}

function mentions(router: Router): string[] {
  const items = [
    ...router.addresses,
    ...router.dhcpClients,
    ...router.dhcpServers,
    ...router.interfaceListMembers,
  ];
  return [
    ...router.interfaces.map(({ name }) => name),
    ...items.map(item => item.interface),
    ...router.routes.flatMap(({ gateways }) => gateways.map(gateway => gateway.interface ?? '')),
    ...router.simpleQueues.flatMap(({ target }) => target.map(nameIn)),
    ...families.flatMap(family => rulesOf(router, family).flatMap(rule => rule.matchers.map(nameIn))),
  ];
}

const nameIn = (part: Matcher | QueueTarget): string => ('interface' in part ? part.interface : '');

/**
 * Members of an interface list: those of its `include` lists, minus its `exclude` lists, plus its own members.
 * `all` and `static` hold every interface, `none` and `dynamic` none. A list that is not defined is empty.
 */
export function membersOf(router: Router, list: string, seen: readonly string[] = []): readonly string[] {
  if (list === 'all' || list === 'static') return interfaceNames(router);
  if (list === 'none' || list === 'dynamic' || seen.includes(list)) return [];
  const definition = router.interfaceLists.find(({ name, disabled }) => name === list && !disabled);
  const expand = (names: readonly string[]) =>
    names.flatMap(name => membersOf(router, name, [...seen, list]));
  const excluded = new Set(expand(definition?.exclude ?? []));
  const included = expand(definition?.include ?? []).filter(name => !excluded.has(name));
  return [...new Set([...included, ...ownMembers(router, list)])];
}

function ownMembers(router: Router, list: string): string[] {
  const stated = router.interfaceListMembers.filter(member => member.list === list && !member.disabled);
  return [...stated.map(member => member.interface), ...dialledInto(router, list)];
}

/** A line that is dialled goes into the list that its profile names (docs/routeros.md#dial-up-clients). */
const dialledInto = (router: Router, list: string): string[] =>
  dialledLines(router).flatMap(({ interface: { name, properties } }) => {
    const profile = pppProfile(router, properties['profile'] ?? 'default');
    return profile?.properties['interface-list'] === list ? [name] : [];
  });
