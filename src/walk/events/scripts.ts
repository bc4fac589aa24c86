import {
  type DhcpClient,
  dialledLines,
  type Item,
  type PlainItem,
  pppProfile,
  type Router,
  scheduleOf,
} from '../../model/index.ts';
import type { Lease, World } from '../../rib/index.ts';
import type { Given, HeldScript } from '../../rsc/index.ts';

/** A script whose event happens, with the variables that the event gives. */
export interface Due extends HeldScript {
  readonly given: Given;
}

const held = (item: Item, property: string, text: string, given: Given = {}): Due[] =>
  text.trim() === '' ? [] : [{ item, property, text, given }];

const enabled = ({ plain }: Router, path: string): readonly PlainItem[] =>
  plain.filter(({ menu, disabled }) => menu === path && !disabled);

const scheduled = (router: Router, wanted: (item: PlainItem) => boolean): Due[] =>
  enabled(router, '/system scheduler')
    .filter(wanted)
    .flatMap(item => held(item, 'on-event', item.properties['on-event'] ?? ''));

/** What runs when the router starts (docs/routeros.md#scheduler). */
export const atStartup = (router: Router): Due[] => scheduled(router, item => scheduleOf(item) === 'startup');

/** What runs every so often. */
export const often = (router: Router): Due[] => scheduled(router, item => scheduleOf(item) === 'often');

/** What runs at its hour, or rarely. */
export const atTimes = (router: Router): Due[] => scheduled(router, item => scheduleOf(item) === 'at-times');

/** Clients and lines that are up, each with what it got: another lease is another life. */
export type LinesUp = ReadonlyMap<string, string>;

export const linesUp = ({ leases, interfaces }: World): LinesUp =>
  new Map(
    Object.entries(leases)
      .filter(([name]) => interfaces[name]?.running !== false)
      .map(([name, lease]) => [name, givenBy(lease)]),
  );

const givenBy = ({ address, gateway }: Lease): string =>
  `${address.address}/${address.length} ${gateway ?? ''}`;

/** Scripts of the clients and lines that go up or down between two sets of those that are up. */
export function onLines(
  router: Router,
  { leases }: World,
  before: LinesUp,
  now: LinesUp,
  isFirst: boolean,
): Due[] {
  const goesUp = (name: string) => now.has(name) && now.get(name) !== before.get(name);
  const goesDown = (name: string) =>
    before.has(name) ? now.get(name) !== before.get(name) : isFirst && !now.has(name);
  const clients = router.dhcpClients
    .filter(({ disabled, script }) => !disabled && script !== '')
    .flatMap(client => {
      const name = client.interface;
      const lease = leases[name];
      const lost = held(client, 'script', client.script, { bound: '0', interface: name });
      return [...(goesDown(name) ? lost : []), ...(goesUp(name) && lease ? onBound(client, lease) : [])];
    });
  return [...clients, ...onDialled(router, leases, goesUp, goesDown)];
}

function onBound(client: DhcpClient, lease: Lease): Due[] {
  const given = {
    bound: '1',
    interface: client.interface,
    'lease-address': lease.address.address,
    'gateway-address': lease.gateway ?? '',
    ...(lease.server !== undefined && { 'server-address': lease.server }),
  };
  return held(client, 'script', client.script, given);
}

/** Scripts of PPP profiles (docs/routeros.md#line-scripts). */
function onDialled(
  router: Router,
  leases: World['leases'],
  goesUp: (name: string) => boolean,
  goesDown: (name: string) => boolean,
): Due[] {
  return dialledLines(router).flatMap(({ interface: { name, properties } }) => {
    const profile = pppProfile(router, properties['profile'] ?? 'default');
    const lease = leases[name];
    if (!profile) return [];
    const given = {
      interface: name,
      ...(lease && { 'local-address': lease.address.address, 'remote-address': lease.gateway ?? '' }),
    };
    const { 'on-up': up = '', 'on-down': down = '' } = profile.properties;
    return [
      ...(goesDown(name) ? held(profile, 'on-down', down, given) : []),
      ...(goesUp(name) ? held(profile, 'on-up', up, given) : []),
    ];
  });
}
