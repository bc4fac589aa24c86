import {
  type Ipv4Interface,
  type Ipv4Prefix,
  ipv4ToNumber,
  prefixRange,
  printIpv4,
} from '../../net/index.ts';
import type { Said } from '../../text/index.ts';
import type { Fault } from '../fault.ts';
import type { Path } from '../path.ts';
import type { Stated } from '../schema/index.ts';
import type { Lan } from './intent.ts';
import { isHost, isIn, networkOfText, numberOf, ownOf } from './networks.ts';

type StatedLan = Exclude<NonNullable<Stated['lan']>, string>;
type StatedDhcp = Exclude<NonNullable<StatedLan['dhcp']>, boolean>;

/** Address of the first network where none is said, as routers leave the factory. */
const usualAddress = '192.168.88.1/24';
const usualLease = '1h';

/** The inner networks; faults where they are none. */
export function lansOf({ lan, lans }: Pick<Stated, 'lan' | 'lans'>, faults: Fault[]): readonly Lan[] {
  if (lan !== undefined && lans !== undefined) faults.push({ path: ['lan'], part: 'key', ...both });
  if (lan === undefined && Object.keys(lans ?? {}).length === 0)
    faults.push({ path: [lans === undefined ? 'wans' : 'lans'], part: 'key', ...none });
  const stated = lan === undefined ? Object.entries(lans ?? {}) : [['lan', lan] as const];
  const at = (name: string): Path => (lan === undefined ? ['lans', name] : ['lan']);
  return stated.map(([name, one], index) =>
    lanOf(name, typeof one === 'string' ? { interface: one } : one, { path: at(name), index, faults }),
  );
}

const both = {
  what: { en: 'There are lan and lans.', id: 'Ada lan dan lans.' },
  do: {
    en: 'Keep lan where there is one network, lans where there are several.',
    id: 'Pakai lan bila hanya satu jaringan, lans bila beberapa.',
  },
};
const none = {
  what: { en: 'There is no inner network.', id: 'Tidak ada jaringan dalam.' },
  do: { en: 'Name its interface: lan: ether4.', id: 'Sebutkan interface-nya: lan: ether4.' },
};

interface Around {
  readonly path: Path;
  readonly index: number;
  readonly faults: Fault[];
}

function lanOf(name: string, keys: StatedLan, around: Around): Lan {
  const { path, index, faults } = around;
  if (keys.address === undefined && index > 0) faults.push({ path, part: 'key', ...noAddress(name) });
  const address = keys.address ?? usualAddress;
  const [own, network] = [ownOf(address), networkOfText(address)];
  if (!isHost(address))
    faults.push({
      path: [...path, 'address'],
      what: { en: `${address} is no address of a host.`, id: `${address} bukan alamat host.` },
      do: addressDo,
    });
  const { vlan: id, over } = keys;
  if ((id === undefined) !== (over === undefined)) faults.push(halfVlan(name, path, id));
  const vlan = id === undefined || over === undefined ? undefined : { id, over };
  const dhcp = keys.dhcp === false ? undefined : dhcpOf(keys.dhcp, own, network, around);
  const dns = Array.isArray(keys.dns) ? keys.dns : keys.dns === false ? [] : [own.address];
  const isIsolated = keys.isolated === true;
  return {
    ...{ name, interface: keys.interface, path, address, own: own.address, network },
    ...{ vlan, isIsolated, dhcp, dns },
  };
}

const noAddress = (name: string) => ({
  what: { en: `${name} has no address.`, id: `${name} tidak punya alamat.` },
  why: {
    en: 'Only the first network has a usual one.',
    id: 'Hanya jaringan pertama yang punya alamat bawaan.',
  },
  do: {
    en: 'Write the address of the gateway there: address: 192.168.89.1/24.',
    id: 'Tulis alamat gateway di sana: address: 192.168.89.1/24.',
  },
});
const halfVlan = (name: string, path: Path, id: number | undefined): Fault => ({
  path: [...path, id === undefined ? 'over' : 'vlan'],
  part: 'key',
  what:
    id === undefined
      ? {
          en: `${name} has a port that carries it, and no vlan.`,
          id: `${name} punya port yang membawanya, tetapi tidak punya vlan.`,
        }
      : { en: `${name} is a VLAN of no port.`, id: `${name} adalah VLAN tanpa port.` },
  do: { en: 'Write both: vlan: 20 and over: ether4.', id: 'Tulis keduanya: vlan: 20 dan over: ether4.' },
});
const addressDo = {
  en: 'Write the address of the gateway there: address: 192.168.88.1/24.',
  id: 'Tulis alamat gateway di sana: address: 192.168.88.1/24.',
};

function dhcpOf(
  stated: true | StatedDhcp | undefined,
  own: Ipv4Interface,
  network: Ipv4Prefix,
  { path, faults }: Around,
): Lan['dhcp'] {
  const keys = typeof stated === 'object' ? stated : {};
  const at = [...path, 'dhcp'];
  if (own.length > 30) {
    faults.push({
      path,
      part: 'key',
      what: { en: `${network} has no room for clients.`, id: `${network} tidak punya tempat untuk client.` },
      do: {
        en: 'Write dhcp: false, or a larger network.',
        id: 'Tulis dhcp: false, atau jaringan yang lebih besar.',
      },
    });
    return undefined;
  }
  const hosts = Object.entries(keys.hosts ?? {}).map(([name, host]) => ({
    name,
    ...host,
    mac: host.mac.replaceAll('-', ':').toUpperCase(),
  }));
  faults.push(...poolFaults(keys.pool, own.address, network, [...at, 'pool']));
  faults.push(...hostFaults(hosts, own.address, network, [...at, 'hosts']));
  return { pool: keys.pool ?? usualPool(own, network), lease: keys.lease ?? usualLease, hosts };
}

/** The second hundred of addresses where there is room, else the longer side of our own address. */
export function usualPool(own: Ipv4Interface, network: Ipv4Prefix): string {
  const { from, to } = prefixRange(network);
  const mine = ipv4ToNumber(own.address);
  const range = (first: number, last: number): string => `${printIpv4(first)}-${printIpv4(last)}`;
  if (own.length <= 24 && (mine < from + 100 || mine > from + 199)) return range(from + 100, from + 199);
  return mine - from > to - mine ? range(from + 1, mine - 1) : range(mine + 1, to - 1);
}

function poolFaults(pool: string | undefined, own: string, network: Ipv4Prefix, path: Path): Fault[] {
  const [first = '', last = ''] = pool?.split('-') ?? [];
  if (pool === undefined) return [];
  const wrong = (what: Said): Fault[] => [
    {
      path,
      what,
      do: {
        en: 'Write the first and the last address for clients.',
        id: 'Tulis alamat pertama dan terakhir untuk client.',
      },
    },
  ];
  if (!isIn(network, first) || !isIn(network, last))
    return wrong({ en: `${pool} does not lie in ${network}.`, id: `${pool} tidak berada di ${network}.` });
  if (numberOf(first) > numberOf(last))
    return wrong({ en: `${pool} ends before it begins.`, id: `${pool} berakhir sebelum mulai.` });
  const holdsOwn = numberOf(first) <= numberOf(own) && numberOf(own) <= numberOf(last);
  return holdsOwn
    ? wrong({
        en: `${pool} holds ${own}, the address of the gateway.`,
        id: `${pool} memuat ${own}, alamat gateway.`,
      })
    : [];
}

function hostFaults(
  hosts: NonNullable<Lan['dhcp']>['hosts'],
  own: string,
  network: Ipv4Prefix,
  path: Path,
): Fault[] {
  return hosts.flatMap(({ name, mac, address }, at) => {
    const before = hosts.slice(0, at);
    const wrong = (key: string, what: Said): Fault[] => [
      {
        path: [...path, name, key],
        what,
        do: {
          en: 'Give each host an address of its own in that network.',
          id: 'Beri setiap host alamat sendiri di jaringan itu.',
        },
      },
    ];
    if (!isIn(network, address))
      return wrong('address', {
        en: `${address} does not lie in ${network}.`,
        id: `${address} tidak berada di ${network}.`,
      });
    if (address === own)
      return wrong('address', {
        en: `${address} is the address of the gateway.`,
        id: `${address} adalah alamat gateway.`,
      });
    if (before.some(one => one.address === address))
      return wrong('address', { en: `${address} stands twice.`, id: `${address} tertulis dua kali.` });
    return before.some(one => one.mac === mac)
      ? wrong('mac', { en: `${mac} stands twice.`, id: `${mac} tertulis dua kali.` })
      : [];
  });
}
