import { argumentOf, type OutlineStatement, quote, textOf } from '../../../rsc/index.ts';
import type { Work } from '../../work.ts';
import { redistributions } from '../bgp-names.ts';
import { elsewhere, moveAway, oneOf, type Stated, same, type Wording, wordsFor } from '../wording.ts';
import { type Connection, connectionsOf } from './bgp-connections.ts';

const menu = '/routing bgp connection';

/**
 * Connections of RouterOS 7, with what they take from templates and instances, become peers of 6 and the instances that
 * these are of (docs/routeros.md#bgp).
 */
export function bgpForV6(work: Work): void {
  const found = connectionsOf(work);
  const peers = found.filter(one => isPeer(work, one));
  if (peers.length === 0) return;
  const instances = instancesOf(work, peers);
  for (const instance of instances)
    work.insert('before', instance.peers[0].one, [instanceLine(work, instance)]);
  for (const instance of instances)
    for (const peer of instance.peers) work.insert('after', peer.one, [peerLine(work, peer, instance)]);
  announce(work, peers);
  moveAll(work, peers, peers.length === found.length);
}

/** Templates and instances are gone where whatever used them is. */
function moveAll(work: Work, peers: readonly Connection[], isWhole: boolean): void {
  const own = new Set(peers.map(({ one }) => one));
  const used = new Set(peers.flatMap(({ from }) => from));
  moveAway(work, menu, own, '/routing bgp peer');
  if (!isWhole) return;
  moveAway(work, '/routing bgp template', used, '/routing bgp peer');
  moveAway(work, '/routing bgp instance', used, 'another form of it');
}

/** A peer of RouterOS 6 has one address and an AS that are known. */
function isPeer(work: Work, { one, stated, as }: Connection): boolean {
  const lacks = [
    ...(addressOf(stated) === undefined ? [{ en: 'the address of one peer', id: 'alamat satu peer' }] : []),
    ...(remoteAsOf(stated, as) === undefined ? [{ en: 'the AS of the peer', id: 'AS peer' }] : []),
    ...(as === undefined ? [{ en: 'an AS of its own', id: 'AS sendiri' }] : []),
  ];
  if (lacks.length === 0) return true;
  const what = {
    en: `A peer of RouterOS 6 states all of its session; this connection leaves out ${lacks.map(({ en }) => en).join(' and ')}.`,
    id: `Peer RouterOS 6 menyebut seluruh sesinya; connection ini tidak menyebut ${lacks.map(({ id }) => id).join(' dan ')}.`,
  };
  work.say(one, 'error', 'bgp-peer', what, {
    en: 'Write a line of /routing bgp peer for each peer.',
    id: 'Tulis baris /routing bgp peer untuk setiap peer.',
  });
  return false;
}

/** `10.1.1.1/32` is how RouterOS 7 exports one address; a network is whoever calls from there. */
function addressOf(stated: Stated): string | undefined {
  return /^([\d.]+|[\da-fA-F:]+:[\da-fA-F:.]*)(?:\/(?:32|128))?$/.exec(
    stated.get('remote.address') ?? '',
  )?.[1];
}

function remoteAsOf(stated: Stated, own: string | undefined): string | undefined {
  const isInternal = /^ibgp/.test(stated.get('local.role') ?? '');
  return stated.get('remote.as') ?? (isInternal ? own : undefined);
}

interface Instance {
  readonly name: string;
  readonly peers: readonly [Connection, ...Connection[]];
}

/** What RouterOS 6 says once for all peers of an instance. */
const sharedBy = ({ as, instance, stated }: Connection): string =>
  JSON.stringify([
    as,
    ...['router-id', 'cluster-id', 'output.redistribute'].map(name => stated.get(name)),
    instance,
  ]);

/** The first is `default`, which RouterOS 6 always has. */
function instancesOf(work: Work, peers: readonly Connection[]): readonly Instance[] {
  const groups = new Map<string, [Connection, ...Connection[]]>();
  for (const peer of peers) {
    const group = groups.get(sharedBy(peer));
    if (group) group.push(peer);
    else groups.set(sharedBy(peer), [peer]);
  }
  const names = new Set<string>();
  return [...groups.values()].map(group => {
    const name = freeName(names.size === 0 ? 'default' : nameFor(group[0]), names);
    if (names.size > 0 && isShared(peers, group[0], group.length)) sayApart(work, group[0], name);
    names.add(name);
    return { name, peers: group };
  });
}

const nameFor = ({ instance, as }: Connection): string =>
  instance === undefined || instance === 'default' ? `as${as}` : instance;

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${number}`;
  return name;
}

/** Are there others of the same instance of RouterOS 7? */
const isShared = (peers: readonly Connection[], { as, instance }: Connection, own: number): boolean =>
  peers.filter(one => one.as === as && one.instance === instance).length > own;

function sayApart(work: Work, { one }: Connection, name: string): void {
  const what = {
    en: `RouterOS 6 says once for all peers of an instance what is redistributed; this peer gets an instance of its own, ${name}, and the best route is chosen in each of them alone.`,
    id: `RouterOS 6 menyebut sekali untuk semua peer sebuah instance apa yang di-redistribute; peer ini mendapat instance sendiri, ${name}, dan rute terbaik dipilih di masing-masing saja.`,
  };
  work.say(one, 'error', 'bgp-instance', what, {
    en: 'Put the peers into one instance, and filter what is sent.',
    id: 'Satukan peer dalam satu instance, dan filter yang dikirim.',
  });
}

function instanceLine(work: Work, { name, peers: [{ stated, as, one }] }: Instance): string {
  const begin = name === 'default' ? 'set default' : `add name=${quote(name)}`;
  const named = (stated.get('output.redistribute') ?? '').split(',').filter(word => word !== '');
  const words = named.flatMap(word => {
    const property = redistributions.find(([, v7]) => v7 === word)?.[0];
    if (property === undefined) sayRedistribute(work, one, word);
    return property === undefined ? [] : [`${property}=yes`];
  });
  const ids = ['router-id', 'cluster-id'].flatMap(id => {
    const text = stated.get(id);
    return text !== undefined && /^[\d.]+$/.test(text) ? [`${id}=${text}`] : [];
  });
  return `/routing bgp instance ${[begin, `as=${as}`, ...ids, ...words].join(' ')}`;
}

function sayRedistribute(work: Work, one: OutlineStatement, word: string): void {
  const what = {
    en: `RouterOS 6 does not redistribute '${word}' into BGP; it is left out.`,
    id: `RouterOS 6 tidak me-redistribute '${word}' ke BGP; dihilangkan.`,
  };
  work.say(one, 'error', 'bgp-redistribute', what, { en: 'See to it by hand.', id: 'Kerjakan sendiri.' });
}

function peerLine(work: Work, { one, stated, as }: Connection, { name }: Instance): string {
  const words = [
    `name=${quote(stated.get('name') ?? `peer-${addressOf(stated)}`)}`,
    ...(name === 'default' ? [] : [`instance=${quote(name)}`]),
    `remote-address=${addressOf(stated)} remote-as=${remoteAsOf(stated, as)}`,
    ...wordsFor(work, one, stated, peerWording),
    ...(stated.get('connect') === 'no' ? ['passive=yes'] : []),
  ];
  work.say(one, 'info', 'bgp', {
    en: 'This connection becomes a peer of /routing bgp peer.',
    id: 'Connection ini menjadi peer di /routing bgp peer.',
  });
  return `/routing bgp peer add ${words.join(' ')}`;
}

const off = (text: string): string | undefined => (text === 'no' ? '' : undefined);

const peerWording: Wording = {
  ...same('hold-time', 'keepalive-time', 'multihop', 'tcp-md5-key', 'use-bfd', 'comment', 'disabled'),
  ...same('as-override', 'remove-private-as'),
  ...elsewhere('name', 'instance', 'as', 'router-id', 'cluster-id', 'templates', 'connect'),
  ...elsewhere('remote.address', 'remote.as', 'output.redistribute', 'output.network'),
  // How many processes do the work and what is kept to look at changes no route.
  ...elsewhere('input.affinity', 'output.affinity', 'output.keep-sent-attributes', 'save-to'),
  'remote.port': 'remote-port',
  'local.address': 'update-source',
  'local.ttl': 'ttl',
  'local.role': oneOf('route-reflect', { ebgp: '', ibgp: '', 'ibgp-rr': 'yes', 'ibgp-rr-client': '' }),
  'nexthop-choice': text => (text === 'default' ? '' : `nexthop-choice=${text}`),
  'input.filter': 'in-filter',
  'input.allow-as': 'allow-as-in',
  'output.filter-chain': 'out-filter',
  'output.default-originate': text => (text === 'never' ? '' : `default-originate=${text}`),
  'output.as-override': 'as-override',
  'output.remove-private-as': 'remove-private-as',
  'output.network-blackhole': off,
  'output.no-client-to-client-reflection': off,
  'routing-table': text => (text === 'main' ? '' : undefined),
  vrf: text => (text === 'main' ? '' : undefined),
  afi: text => (/evpn/.test(text) ? undefined : `address-families=${text}`),
  'address-families': 'address-families',
  // The session needs no one to listen where the router calls by itself.
  listen: () => '',
};

/** A list of addresses that connections name becomes networks, which RouterOS 6 announces to all peers. */
function announce(work: Work, peers: readonly Connection[]): void {
  const lists = [...new Set(peers.map(({ stated }) => stated.get('output.network') ?? ''))];
  const first = peers.find(({ stated }) => stated.get('output.network') !== undefined);
  if (!first) return;
  if (lists.length > 1) sayForAll(work, first);
  const names = new Set(lists);
  for (const one of work.added('/ip firewall address-list')) {
    const [list, address] = ['list', 'address'].map(name => {
      const argument = argumentOf(one, name);
      return argument && textOf(argument);
    });
    if (list === undefined || address === undefined || !names.has(list)) continue;
    const network = address.includes('/') ? address : `${address}/32`;
    const isOff = argumentOf(one, 'disabled');
    const disabled = isOff && textOf(isOff) === 'yes' ? ' disabled=yes' : '';
    work.insert('after', one, [`/routing bgp network add network=${network} synchronize=yes${disabled}`]);
  }
}

function sayForAll(work: Work, { one }: Connection): void {
  const what = {
    en: 'RouterOS 6 announces its networks to all peers; these connections name different lists, or some name none.',
    id: 'RouterOS 6 mengumumkan jaringannya ke semua peer; connection ini menyebut list berbeda, atau sebagian tidak menyebut.',
  };
  work.say(one, 'error', 'bgp-network', what, {
    en: 'Refuse in the filters of the other peers what they shall not get.',
    id: 'Tolak di filter peer lain yang tidak boleh mereka terima.',
  });
}
