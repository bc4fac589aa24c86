import type { PlainItem } from '../items/plain.ts';
import { type Mention, mentionsBy, type Referred } from './mention.ts';

interface Clue {
  readonly kind: Referred;
  readonly role: Mention['role'];
  readonly scope?: string;
  /** Names only those texts of it: `remote-address` is an address or a pool. */
  readonly test?: RegExp;
}

const uses = (kind: Referred, more: Partial<Clue> = {}): Clue => ({ kind, role: 'uses', ...more });
const defines = (kind: Referred, more: Partial<Clue> = {}): Clue => ({ kind, role: 'defines', ...more });

/** Not an address: what is left of `remote-address` names a pool. */
const noAddress = /^(?![\d.:/-]+$)(?!.*:.*:)/;
/** A script's name rather than its code. */
const scriptName = /^[\w.-]+$/;

const pool = uses('pool', { test: noAddress });
const script = uses('script', { test: scriptName });

/** Properties that name something, in menus whose items are only carried along. */
const clues: Readonly<Record<string, Readonly<Record<string, Clue>>>> = {
  '/interface bridge vlan': {
    bridge: uses('bridge'),
    tagged: uses('interface'),
    untagged: uses('interface'),
  },
  '/ip neighbor discovery-settings': { 'discover-interface-list': uses('interface-list') },
  '/tool mac-server': { 'allowed-interface-list': uses('interface-list') },
  '/tool mac-server mac-winbox': { 'allowed-interface-list': uses('interface-list') },
  '/ppp profile': {
    'interface-list': uses('interface-list'),
    'address-list': defines('address-list', { scope: 'ipv4' }),
    bridge: uses('bridge'),
    'local-address': pool,
    'remote-address': pool,
    'queue-type': uses('queue-type'),
    'on-up': script,
    'on-down': script,
  },
  '/ppp secret': { 'local-address': pool, 'remote-address': pool },
  '/system script': { name: defines('script') },
  '/system scheduler': { 'on-event': script },
  '/ipv6 address': { interface: uses('interface') },
  '/ipv6 dhcp-client': { interface: uses('interface') },
  '/ipv6 nd': { interface: uses('interface') },
};

/** Names in an item of a menu that nothing here acts on. */
export function plainMentions(item: PlainItem): readonly Mention[] {
  return Object.entries(clues[item.menu] ?? {}).flatMap(([property, clue]) =>
    clueMentions(item, property, clue),
  );
}

function clueMentions(
  item: PlainItem,
  property: string,
  { kind, role, scope, test }: Clue,
): readonly Mention[] {
  const text = item.properties[property] ?? '';
  const names = text.replace(/^!/, '').split(',');
  return mentionsBy(item)[role](kind, property, test ? names.filter(name => test.test(name)) : names, scope);
}
