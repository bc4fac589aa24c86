import { existsIn } from '../../../model/index.ts';
import { argumentOf, menuSchema, type OutlineStatement, quote, textOf } from '../../../rsc/index.ts';
import type { Work } from '../../work.ts';
import { redistributions } from '../bgp-names.ts';
import {
  elsewhere,
  isDefaultItem,
  moveAway,
  oneOf,
  type Stated,
  same,
  statedBy,
  type Wording,
  wordsFor,
} from '../wording.ts';

const [instanceMenu, peerMenu, networkMenu] = [
  '/routing bgp instance',
  '/routing bgp peer',
  '/routing bgp network',
] as const;
const connection = '/routing bgp connection';
const networks = 'bgp-networks';

/** Instances, peers and networks of RouterOS 6 become connections of 7 (docs/routeros.md#bgp). */
export function bgpForV7(work: Work, chains: ReadonlySet<string>): void {
  const instances = instancesOf(work);
  const peers = work.added(peerMenu).flatMap(one => {
    const stated = statedBy(one);
    const instance = instances.get(stated?.get('instance') ?? 'default');
    return stated && instance && stated.has('remote-address') ? [{ one, stated, instance }] : [];
  });
  if (peers.length === 0) return;
  const list = listNetworks(work);
  const takesInstance = has(work, 'instance');
  if (takesInstance) stateInstances(work, [...new Set(peers.map(({ instance }) => instance))], peers[0]?.one);
  peers.forEach(({ one, stated, instance }, i) => {
    const words = connectionOf(work, { one, stated, instance, number: i + 1 }, chains);
    const all = [...words, ...(takesInstance ? [`instance=${quote(instance.name)}`] : [])];
    if (list) all.push(`output.network=${networks}`);
    work.insert('after', one, [`${connection} add ${all.join(' ')}`]);
    work.say(one, 'info', 'bgp', {
      en: `This peer becomes a connection of ${connection}.`,
      id: `Peer ini menjadi connection di ${connection}.`,
    });
  });
  moveAway(work, peerMenu, new Set(peers.map(({ one }) => one)), connection);
  const used = new Set(peers.flatMap(({ instance }) => instance.lines));
  moveAway(work, instanceMenu, used, takesInstance ? 'another form of it' : connection);
}

/** Does the target's connection have that property? */
const has = ({ target }: Work, property: string): boolean => {
  const gate = menuSchema.get(connection)?.properties.get(property);
  return gate !== undefined && existsIn(gate, target);
};

interface Instance {
  readonly name: string;
  readonly stated: Stated;
  readonly lines: readonly OutlineStatement[];
}

/** RouterOS 6 always has the instance `default`, of AS 65530. */
function instancesOf(work: Work): ReadonlyMap<string, Instance> {
  const found = new Map<string, Instance>([['default', { name: 'default', stated: new Map(), lines: [] }]]);
  for (const one of work.commands(instanceMenu)) {
    const stated = one.isTop ? statedBy(one) : undefined;
    const name = isDefaultItem(one) ? 'default' : stated?.get('name');
    if (!stated || name === undefined || (one.name !== 'add' && !isDefaultItem(one))) continue;
    const known = found.get(name);
    found.set(name, {
      name,
      stated: new Map([...(known?.stated ?? []), ...stated]),
      lines: [...(known?.lines ?? []), one],
    });
  }
  return found;
}

const asOf = ({ stated }: Instance): string => stated.get('as') ?? '65530';

function stateInstances(
  work: Work,
  instances: readonly Instance[],
  first: OutlineStatement | undefined,
): void {
  for (const instance of instances) {
    const at = instance.lines.at(-1) ?? first;
    const id = routerIdOf(instance);
    const words = [
      `name=${quote(instance.name)}`,
      `as=${asOf(instance)}`,
      ...(id ? [`router-id=${id}`] : []),
    ];
    if (at)
      work.insert(instance.lines.length > 0 ? 'after' : 'before', at, [
        `/routing bgp instance add ${words.join(' ')}`,
      ]);
  }
}

function routerIdOf({ stated }: Instance): string | undefined {
  const id = stated.get('router-id');
  return id === undefined || id === '0.0.0.0' ? undefined : quote(id);
}

/** What an instance says of all its peers. */
const ofInstance: Wording = {
  ...elsewhere('name', 'as', 'router-id', 'comment', 'disabled', 'out-filter', 'client-to-client-reflection'),
  ...elsewhere('redistribute-connected', 'redistribute-static', 'redistribute-rip', 'redistribute-ospf'),
  ...elsewhere('redistribute-other-bgp'),
  'ignore-as-path-len': text => (text === 'no' ? '' : undefined),
  'routing-table': text => (text === '' ? '' : undefined),
};

interface Peer {
  readonly one: OutlineStatement;
  readonly stated: Stated;
  readonly instance: Instance;
  readonly number: number;
}

function connectionOf(work: Work, peer: Peer, chains: ReadonlySet<string>): string[] {
  const { one, stated, instance, number } = peer;
  const id = routerIdOf(instance);
  const line = instance.lines.at(-1);
  if (line) wordsFor(work, line, instance.stated, ofInstance);
  return [
    `name=${quote(stated.get('name') ?? `peer${number}`)}`,
    ...(has(work, 'instance') ? [] : [`as=${asOf(instance)}`]),
    ...(id && !has(work, 'instance') && has(work, 'router-id') ? [`router-id=${id}`] : []),
    `local.role=${roleOf(peer)}`,
    ...wordsFor(work, one, stated, ofPeer(work, chains)),
    ...redistributed(instance),
    ...outFilterOf(work, peer, chains),
  ];
}

function roleOf({ stated, instance }: Peer): string {
  if (stated.get('remote-as') !== asOf(instance)) return 'ebgp';
  return stated.get('route-reflect') === 'yes' ? 'ibgp-rr' : 'ibgp';
}

const ofPeer = (work: Work, chains: ReadonlySet<string>): Wording => ({
  ...same('hold-time', 'keepalive-time', 'multihop', 'tcp-md5-key', 'use-bfd', 'comment', 'disabled'),
  ...elsewhere('name', 'instance', 'route-reflect', 'out-filter'),
  'remote-address': 'remote.address',
  'remote-as': 'remote.as',
  'remote-port': 'remote.port',
  'nexthop-choice': oneOf('nexthop-choice', {
    default: '',
    'force-self': 'force-self',
    propagate: 'propagate',
  }),
  'update-source': text => {
    if (text === 'none' || text === '') return '';
    return /^[\d.]+$|:/.test(text) ? `local.address=${text}` : undefined;
  },
  ttl: text => (text === 'default' ? '' : `local.ttl=${text}`),
  'in-filter': text => (chains.has(text) ? `input.filter=${quote(text)}` : ''),
  'default-originate': oneOf('output.default-originate', {
    never: '',
    always: 'always',
    'if-installed': 'if-installed',
  }),
  'address-families': text =>
    text === 'ip' || text === '' ? '' : `${has(work, 'afi') ? 'afi' : 'address-families'}=${text}`,
  'allow-as-in': text => (text === '0' || text === '' ? '' : `input.allow-as=${text}`),
  'as-override': text => flag(work, 'output.as-override', text),
  'remove-private-as': text => flag(work, 'output.remove-private-as', text),
  passive: text => (text === 'yes' ? 'connect=no listen=yes' : ''),
});

function flag(work: Work, property: string, text: string): string | undefined {
  if (text === 'no') return '';
  return has(work, property) ? `${property}=yes` : undefined;
}

function redistributed({ stated }: Instance): string[] {
  const named = redistributions.flatMap(([property, name]) => (stated.get(property) === 'yes' ? [name] : []));
  return named.length === 0 ? [] : [`output.redistribute=${named.join(',')}`];
}

/** A connection has one filter for what it sends. Which of two decides on RouterOS 6 is not established: the peer's stays, said. */
function outFilterOf(work: Work, { one, stated, instance }: Peer, chains: ReadonlySet<string>): string[] {
  const [own, shared] = [stated.get('out-filter'), instance.stated.get('out-filter')].filter(
    name => name !== undefined && chains.has(name),
  );
  if (own !== undefined && shared !== undefined && own !== shared) sayTwoFilters(work, one, own, shared);
  return own === undefined ? [] : [`output.filter-chain=${quote(own)}`];
}

function sayTwoFilters(work: Work, one: OutlineStatement, own: string, shared: string): void {
  const what = {
    en: `The peer sends through the filter ${own} and its instance through ${shared}; a connection of RouterOS 7 has one, so it is ${own} alone.`,
    id: `Peer mengirim lewat filter ${own} dan instance-nya lewat ${shared}; connection RouterOS 7 hanya punya satu, jadi hanya ${own}.`,
  };
  const todo = {
    en: `Write what ${shared} refuses into ${own} as well, and look at what is sent.`,
    id: `Tulis yang ditolak ${shared} juga di ${own}, dan lihat apa yang dikirim.`,
  };
  work.say(one, 'error', 'bgp-out-filter', what, todo);
}

/** Networks become a list of addresses that each connection names. */
function listNetworks(work: Work): boolean {
  const moved = new Set<OutlineStatement>();
  for (const one of work.added(networkMenu)) {
    const network = argumentOf(one, 'network');
    const text = network && textOf(network);
    const stated = statedBy(one);
    if (text === undefined || !stated) continue;
    moved.add(one);
    const words = wordsFor(work, one, stated, {
      ...elsewhere('network', 'synchronize'),
      ...same('comment', 'disabled'),
    });
    const line = ['/ip firewall address-list add', `address=${text}`, ...words, `list=${networks}`];
    work.insert('after', one, [line.join(' ')]);
    if (stated.get('synchronize') === 'no') sayUnsynchronized(one, text, work);
  }
  if (moved.size > 0) moveAway(work, networkMenu, moved, `the address list ${networks}`);
  return moved.size > 0;
}

function sayUnsynchronized(one: OutlineStatement, network: string, work: Work): void {
  const what = {
    en: `RouterOS 7 announces ${network} only while a route to it is there; RouterOS 6 did it without, by synchronize=no.`,
    id: `RouterOS 7 mengumumkan ${network} hanya selama ada rute ke sana; RouterOS 6 tanpa itu, dengan synchronize=no.`,
  };
  const todo = {
    en: `If no other route is there: /ip route add blackhole dst-address=${network} distance=254.`,
    id: `Bila tidak ada rute lain: /ip route add blackhole dst-address=${network} distance=254.`,
  };
  work.say(one, 'error', 'bgp-network', what, todo);
}
