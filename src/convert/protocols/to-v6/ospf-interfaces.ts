import { networkOf, parsePrefix, prefixContains, splitPrefix } from '../../../net/index.ts';
import { quote } from '../../../rsc/index.ts';
import type { Work } from '../../work.ts';
import type { OspfLine } from '../ospf-line.ts';
import { elsewhere, oneOf, same, type Wording, wordsFor } from '../wording.ts';

/**
 * A template of RouterOS 7 switches OSPF on and says how; in 6 networks switch it on, for every interface with an address
 * in one, and lines of interfaces say how (docs/routeros.md#ospf).
 */
export function interfaceLines(
  work: Work,
  templates: readonly OspfLine[],
  areaName: (area: string) => string,
): string[] {
  const all = templates.map(line => readTemplate(work, line));
  for (const one of all) sayOthers(work, one, all);
  sayCosts(work, templates);
  return [...new Set([...networkLines(all, areaName), ...ownLines(work, all)])];
}

interface Template {
  readonly line: OspfLine;
  /** Undefined: whatever has an address in the networks. */
  readonly interfaces: readonly string[] | undefined;
  readonly networks: readonly string[];
  /** What it says of how OSPF runs there. */
  readonly words: readonly string[];
}

const isOn = ({ line: { stated } }: Template): boolean => stated.get('disabled') !== 'yes';

const listOf = (text: string | undefined): readonly string[] | undefined =>
  text === undefined || text === '' || text === 'all' ? undefined : text.split(',');

function readTemplate(work: Work, line: OspfLine): Template {
  const { one, stated } = line;
  const interfaces = listOf(stated.get('interfaces'));
  const words = [
    ...wordsFor(work, one, stated, wording),
    ...(stated.has('priority') ? [] : ['priority=128']),
  ];
  return { line, interfaces, networks: networksOf(work, line, interfaces), words };
}

const wording: Wording = {
  ...same('cost', 'priority', 'hello-interval', 'dead-interval', 'use-bfd'),
  ...same('retransmit-interval', 'transmit-delay', 'instance-id', 'passive'),
  ...elsewhere('area', 'interfaces', 'networks', 'comment', 'disabled'),
  type: oneOf('network-type', {
    broadcast: 'broadcast',
    ptp: 'point-to-point',
    nbma: 'nbma',
    ptmp: 'ptmp',
  }),
  auth: oneOf('authentication', { simple: 'simple', md5: 'md5' }),
  'auth-key': 'authentication-key',
  'auth-id': 'authentication-key-id',
};

/** Stated, or those of the addresses that the interfaces have. */
function networksOf(
  work: Work,
  { one, stated }: OspfLine,
  interfaces: readonly string[] | undefined,
): readonly string[] {
  const own = listOf(stated.get('networks'));
  if (own) return own;
  if (!interfaces) return ['0.0.0.0/0'];
  return interfaces.flatMap(name => {
    const found = addressesOf(work).filter(address => address.interface === name);
    if (found.length === 0) {
      const what = {
        en: `RouterOS 6 switches OSPF on by networks; the text states no address of ${name}, so OSPF does not run there.`,
        id: `RouterOS 6 menyalakan OSPF menurut jaringan; teks tidak menyebut alamat ${name}, jadi OSPF tidak berjalan di sana.`,
      };
      const todo = {
        en: `Add what ${name} gets: /routing ospf network add network=… area=….`,
        id: `Tambahkan untuk ${name}: /routing ospf network add network=… area=….`,
      };
      work.say(one, 'error', 'ospf-network', what, todo);
    }
    return found.map(({ network }) => network);
  });
}

function addressesOf({ router }: Work) {
  return router.addresses
    .filter(({ disabled }) => !disabled)
    .map(({ interface: name, address, network }) => ({
      interface: name,
      network: networkOf(network === undefined ? address : { address: network, length: 32 }),
    }));
}

/** Interfaces with an address in a network. */
function interfacesIn(work: Work, network: string): readonly string[] {
  const prefix = parsePrefix(network);
  if (!prefix) return [];
  const inside = addressesOf(work).filter(one => {
    const own = splitPrefix(one.network);
    return own.length >= splitPrefix(prefix).length && prefixContains(prefix, own.address);
  });
  return [...new Set(inside.map(one => one.interface))];
}

const covers = ({ interfaces }: Template, name: string): boolean => !interfaces || interfaces.includes(name);

/** A network would switch OSPF on for interfaces that no template names. */
function sayOthers(work: Work, template: Template, all: readonly Template[]): void {
  const { networks, line } = template;
  if (!isOn(template)) return;
  const others = networks
    .flatMap(network => interfacesIn(work, network))
    .filter(name => !all.some(one => isOn(one) && covers(one, name)));
  if (others.length === 0) return;
  const names = [...new Set(others)].join(', ');
  const what = {
    en: `RouterOS 6 runs OSPF on every interface with an address in ${networks.join(', ')}: on ${names} too.`,
    id: `RouterOS 6 menjalankan OSPF di setiap interface yang beralamat di ${networks.join(', ')}: juga di ${names}.`,
  };
  work.say(line.one, 'error', 'ospf-network', what, {
    en: `Make ${names} passive, or state smaller networks.`,
    id: `Jadikan ${names} passive, atau tulis jaringan yang lebih kecil.`,
  });
}

function sayCosts(work: Work, templates: readonly OspfLine[]): void {
  const [first, ...more] = templates.filter(({ stated }) => !stated.has('cost'));
  if (!first) return;
  const also = more.length === 0 ? '' : `, ${more.length} more do neither`;
  const others = more.length === 0 ? '' : `, begitu juga ${more.length} lagi`;
  const what = {
    en: `The template states no cost${also}. RouterOS 6 takes 10; which cost RouterOS 7 takes is not established.`,
    id: `Template tidak menyebut cost${others}. RouterOS 6 memakai 10; cost yang dipakai RouterOS 7 tidak pasti.`,
  };
  work.say(first.one, 'warning', 'ospf-cost', what, {
    en: 'State the cost: cost=10, or what the neighbours expect.',
    id: 'Tulis cost: cost=10, atau yang diharapkan tetangga.',
  });
}

const networkLines = (all: readonly Template[], areaName: (area: string) => string): readonly string[] =>
  all.flatMap(one =>
    one.networks.map(network => {
      const { stated } = one.line;
      const comment = stated.get('comment');
      const words = [
        `network=${network} area=${quote(areaName(stated.get('area') ?? ''))}`,
        ...(comment === undefined || one.interfaces ? [] : [`comment=${quote(comment)}`]),
        ...(isOn(one) ? [] : ['disabled=yes']),
      ];
      return `/routing ospf network add ${words.join(' ')}`;
    }),
  );

/** How OSPF runs on each interface; `all` is for those that have no line of their own. */
function ownLines(work: Work, all: readonly Template[]): readonly string[] {
  const found = new Map<string, readonly string[]>();
  const put = (name: string, words: readonly string[]): unknown => found.has(name) || found.set(name, words);
  const general = all.filter(one => isOn(one) && !one.interfaces);
  for (const one of all) if (isOn(one)) for (const name of one.interfaces ?? []) put(name, one.words);
  const isAlike = new Set(general.map(({ words }) => words.join(' '))).size === 1;
  for (const { networks, words } of general) {
    const names = isAlike ? ['all'] : networks.flatMap(network => interfacesIn(work, network));
    for (const name of names) put(name, words);
  }
  return [...found].map(
    ([name, words]) => `/routing ospf interface add ${[`interface=${quote(name)}`, ...words].join(' ')}`,
  );
}
