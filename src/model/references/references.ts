import { families } from '../../net/index.ts';
import type { AddressListEntry } from '../items/address-list.ts';
import { rulesOf } from '../items/rule.ts';
import type { Router } from '../router.ts';
import { isBuiltIn } from './built-in.ts';
import * as items from './items.ts';
import { type Mention, mentionsBy, type Referred } from './mention.ts';
import { plainMentions } from './plain.ts';
import { ruleMentions } from './rules.ts';

/** Who defines a name and who uses it, in the order of the menus and then of the text. */
export interface Named {
  readonly kind: Referred;
  readonly scope: string;
  readonly name: string;
  readonly definitions: readonly Mention[];
  readonly uses: readonly Mention[];
  /** The router has it without anybody defining it. */
  readonly builtIn: boolean;
}

/** All names of a Router: those of a kind together, each in the order of its first mention. */
export interface References {
  readonly all: readonly Named[];
  /** All names of one kind. */
  readonly of: (kind: Referred) => readonly Named[];
  readonly find: (kind: Referred, name: string, scope?: string) => Named | undefined;
}

// A Router is frozen, so what was read from it once stays true.
const known = new WeakMap<Router, References>();

/** The index of a Router's names; built when it is first asked for. */
export function referencesOf(router: Router): References {
  const found = known.get(router) ?? index(mentionsOf(router));
  known.set(router, found);
  return found;
}

function mentionsOf(router: Router): readonly Mention[] {
  const interfaces = new Set(router.interfaces.map(({ name }) => name));
  return [
    ...router.interfaces.flatMap(items.interfaceMentions),
    ...router.bridgePorts.flatMap(items.bridgePortMentions),
    ...router.interfaceLists.flatMap(items.interfaceListMentions),
    ...router.interfaceListMembers.flatMap(item => [
      ...mentionsBy(item).uses('interface-list', 'list', item.list),
      ...mentionsBy(item).uses('interface', 'interface', item.interface),
    ]),
    ...router.addresses.flatMap(item => mentionsBy(item).uses('interface', 'interface', item.interface)),
    ...router.pools.flatMap(item => [
      ...mentionsBy(item).defines('pool', 'name', item.name),
      ...mentionsBy(item).uses('pool', 'next-pool', item.nextPool),
    ]),
    ...router.dhcpClients.flatMap(items.dhcpClientMentions),
    ...router.dhcpServers.flatMap(items.dhcpServerMentions),
    ...router.dhcpLeases.flatMap(items.dhcpLeaseMentions),
    ...router.dnsStatic.flatMap(item =>
      mentionsBy(item).defines('address-list', 'address-list', item.properties['address-list'], 'ipv4'),
    ),
    ...router.addressLists.filter(({ list }) => list !== '').map(listMention),
    ...families.flatMap(family => rulesOf(router, family).flatMap(ruleMentions)),
    ...router.routingTables.flatMap(item => mentionsBy(item).defines('routing-table', 'name', item.name)),
    ...router.vrfs.flatMap(items.vrfMentions),
    ...router.routingRules.flatMap(items.routingRuleMentions),
    ...router.routes.flatMap(items.routeMentions),
    ...router.simpleQueues.flatMap(items.simpleQueueMentions),
    ...router.queueTrees.flatMap(item => items.queueTreeMentions(item, interfaces)),
    ...router.queueTypes.flatMap(item => mentionsBy(item).defines('queue-type', 'name', item.name)),
    ...router.plain.flatMap(plainMentions),
  ];
}

interface Entry extends Named {
  readonly definitions: Mention[];
  readonly uses: Mention[];
}

const listMention = (item: AddressListEntry): Mention => ({
  kind: 'address-list',
  scope: item.family,
  name: item.list,
  role: 'defines',
  item,
  property: 'list',
});

const keyOf = (name: string, scope: string) => (scope === '' ? name : `${scope}\n${name}`);

function index(mentions: readonly Mention[]): References {
  const kinds = new Map<Referred, Map<string, Entry>>();
  for (const mention of mentions) {
    const entry = entryOf(mention, kinds);
    entry[mention.role === 'defines' ? 'definitions' : 'uses'].push(mention);
  }
  const of = (kind: Referred) => [...(kinds.get(kind)?.values() ?? [])];
  return {
    of,
    all: [...kinds.keys()].flatMap(of),
    find: (kind, name, scope = '') => kinds.get(kind)?.get(keyOf(name, scope)),
  };
}

function entryOf({ kind, scope, name }: Mention, kinds: Map<Referred, Map<string, Entry>>): Entry {
  const entries = kinds.get(kind) ?? new Map<string, Entry>();
  kinds.set(kind, entries);
  const key = keyOf(name, scope);
  const known = entries.get(key);
  if (known) return known;
  const made = { kind, scope, name, builtIn: isBuiltIn(kind, name, scope), definitions: [], uses: [] };
  entries.set(key, made);
  return made;
}
