import { dialledLines, type Item, type PlainItem, type Router } from '../../model/index.ts';
import { parseDuration } from '../../net/index.ts';
import type { World } from '../../rib/index.ts';
import type { Given, HeldScript } from '../../rsc/index.ts';

/** A script whose event happens, with the variables that the event gives. */
export interface Due extends HeldScript {
  readonly given: Given;
}

const held = (item: Item, property: string, text: string, given: Given = {}): Due[] =>
  text.trim() === '' ? [] : [{ item, property, text, given }];

const enabled = ({ plain }: Router, path: string): readonly PlainItem[] =>
  plain.filter(({ menu, disabled }) => menu === path && !disabled);

/** What runs when the router starts (docs/routeros.md#scheduler). */
export function atStartup(router: Router): Due[] {
  return enabled(router, '/system scheduler').filter(startsOnce).flatMap(onEvent);
}

/** What runs at its hour, or again and again. */
export function atTimes(router: Router): Due[] {
  return enabled(router, '/system scheduler')
    .filter(item => !startsOnce(item))
    .flatMap(onEvent);
}

const hour = 3_600_000;

/** Does it run so often that what it does in a state of the world has been done? */
export function isOften({ properties = {} }: Item): boolean {
  const interval = parseDuration(properties['interval'] ?? '') ?? 0;
  return interval > 0 && interval <= hour;
}

const startsOnce = ({ properties }: PlainItem): boolean =>
  properties['start-time'] === 'startup' && /^0?s?$|^0?0:00:00$/.test(properties['interval'] ?? '');

const onEvent = (item: PlainItem): Due[] => held(item, 'on-event', item.properties['on-event'] ?? '');

/** Names of clients and lines that are up. */
export const linesUp = ({ leases, interfaces }: World): ReadonlySet<string> =>
  new Set(Object.keys(leases).filter(name => interfaces[name]?.running !== false));

/** Scripts of the clients and lines that go up or down between two sets of those that are up. */
export function onLines(
  router: Router,
  { leases }: World,
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
  isFirst: boolean,
): Due[] {
  const goesUp = (name: string) => now.has(name) && !before.has(name);
  const goesDown = (name: string) => !now.has(name) && (before.has(name) || isFirst);
  const clients = router.dhcpClients
    .filter(({ disabled, script }) => !disabled && script !== '')
    .flatMap(client => {
      const name = client.interface;
      const lease = leases[name];
      if (goesUp(name) && lease) {
        const given = {
          bound: '1',
          interface: name,
          'lease-address': lease.address.address,
          'gateway-address': lease.gateway ?? '',
          ...(lease.server !== undefined && { 'server-address': lease.server }),
        };
        return held(client, 'script', client.script, given);
      }
      return goesDown(name) ? held(client, 'script', client.script, { bound: '0', interface: name }) : [];
    });
  return [...clients, ...onDialled(router, leases, goesUp, goesDown)];
}

/** Scripts of PPP profiles (docs/routeros.md#line-scripts). */
function onDialled(
  router: Router,
  leases: World['leases'],
  goesUp: (name: string) => boolean,
  goesDown: (name: string) => boolean,
): Due[] {
  return dialledLines(router).flatMap(({ interface: { name, properties } }) => {
    const profile = profileNamed(router, properties['profile'] ?? 'default');
    const lease = leases[name];
    if (!profile) return [];
    const given = {
      interface: name,
      ...(lease && { 'local-address': lease.address.address, 'remote-address': lease.gateway ?? '' }),
    };
    if (goesUp(name)) return held(profile, 'on-up', profile.properties['on-up'] ?? '', given);
    return goesDown(name) ? held(profile, 'on-down', profile.properties['on-down'] ?? '', given) : [];
  });
}

function profileNamed(router: Router, name: string): PlainItem | undefined {
  return enabled(router, '/ppp profile').find(
    ({ properties, factory }) =>
      properties['name'] === name ||
      (factory?.endsWith(`=${name}`) === true && properties['name'] === undefined),
  );
}
