import { parseRate } from '../../net/index.ts';
import type { Said } from '../../text/index.ts';
import type { Fault } from '../fault.ts';
import type { Path } from '../path.ts';
import type { Stated } from '../schema/index.ts';
import type { Wan } from './intent.ts';
import { isHost, isIn, networkOfText, ownOf } from './networks.ts';
import { bucketsOf } from './shares.ts';

type StatedWan = Exclude<Stated['wans'][string], string>;

/** A line in its long form. */
interface Line {
  readonly name: string;
  readonly keys: StatedWan;
  readonly kind: Wan['kind'];
  readonly path: Path;
}

/** The lines, without their probes; faults where they are no lines. */
export function wansOf(stated: Stated['wans'], faults: Fault[]): readonly Wan[] {
  const lines = Object.entries(stated).map(([name, keys]) => lineOf(name, keys));
  for (const line of lines) faults.push(...faultsOf(line));
  if (lines.every(({ keys }) => keys.backup === true))
    faults.push({ path: ['wans'], part: 'key', ...allBackup });
  const shares = sharesOf(lines, faults);
  return lines.map((line, at) => wanOf(line, shares[at] ?? 0));
}

const allBackup = {
  what: {
    en: 'All lines are backups: none carries anything.',
    id: 'Semua saluran adalah backup: tidak ada yang membawa lalu lintas.',
  },
  do: { en: 'Take backup: true away from one.', id: 'Hapus backup: true dari salah satunya.' },
};

function lineOf(name: string, stated: Stated['wans'][string]): Line {
  const keys = typeof stated === 'string' ? { interface: stated } : stated;
  return { name, keys, kind: keys.type ?? kindOf(keys), path: ['wans', name] };
}

function kindOf({ address, gateway, over, user }: StatedWan): Wan['kind'] {
  if (address !== undefined || gateway !== undefined) return 'static';
  return over === undefined && user === undefined ? 'dhcp' : 'pppoe';
}

function wanOf({ name, keys, kind, path }: Line, share: number): Wan {
  const { address, gateway, over, user, password, probes = [] } = keys;
  const isSaid = keys.weight !== undefined || keys.rate !== undefined;
  const key = keys.weight === undefined ? 'rate' : 'weight';
  return {
    ...{ name, kind, interface: keys.interface, path, address, gateway, over, user, password, share, probes },
    sharePath: isSaid ? [...path, key] : path,
    probesPath: keys.probes ? [...path, 'probes'] : path,
  };
}

/** Keys that only one kind of line has, and those that it must have. */
const ofKind: Readonly<Record<Wan['kind'], { must: readonly Key[]; may: readonly Key[] }>> = {
  dhcp: { must: [], may: [] },
  static: { must: ['address', 'gateway'], may: [] },
  pppoe: { must: ['over'], may: ['user', 'password', 'password-file'] },
  interface: { must: [], may: [] },
};

type Key = 'address' | 'gateway' | 'over' | 'user' | 'password' | 'password-file';
const kindKeys: readonly Key[] = ['address', 'gateway', 'over', 'user', 'password', 'password-file'];

function faultsOf(line: Line): Fault[] {
  const { name, keys, kind, path } = line;
  const { must, may } = ofKind[kind];
  const missing = must
    .filter(key => keys[key] === undefined)
    .map(key => ({ path, part: 'key' as const, ...lacks(name, kind, key) }));
  const strange = kindKeys
    .filter(key => keys[key] !== undefined && !must.includes(key) && !may.includes(key))
    .map(key => ({ path: [...path, key], part: 'key' as const, ...hasNo(name, kind, key) }));
  return [
    ...missing,
    ...strange,
    ...(missing.length === 0 ? addressFaults(line) : []),
    ...secretFaults(line),
    ...shareFaults(line),
  ];
}

const lacks = (name: string, kind: string, key: string) => ({
  what: {
    en: `${name} is ${kind}, and has no ${key}.`,
    id: `${name} adalah ${kind}, tetapi tidak punya ${key}.`,
  },
  do: needed[key] ?? nothing,
});

const nothing: Said = { en: '', id: '' };

const needed: Readonly<Record<string, Said>> = {
  address: {
    en: 'Write its own address with the length of its network: address: 203.0.113.2/29.',
    id: 'Tulis alamatnya sendiri dengan panjang jaringannya: address: 203.0.113.2/29.',
  },
  gateway: {
    en: "Write the address of the provider's router: gateway: 203.0.113.1.",
    id: 'Tulis alamat router penyedia: gateway: 203.0.113.1.',
  },
  over: {
    en: 'Write the port that carries it: over: ether1. A ppp interface of which nothing is known is type: interface.',
    id: 'Tulis port yang membawanya: over: ether1. Interface ppp yang tidak diketahui apa-apanya adalah type: interface.',
  },
};

const hasNo = (name: string, kind: string, key: string) => ({
  what: {
    en: `${name} is ${kind}: ${key} means nothing there.`,
    id: `${name} adalah ${kind}: ${key} tidak ada artinya di situ.`,
  },
  do: { en: `Take ${key} away, or choose another type.`, id: `Hapus ${key}, atau pilih type lain.` },
});

function secretFaults({ name, keys, path, kind }: Line): Fault[] {
  const file = keys['password-file'];
  if (kind !== 'pppoe' || (keys.password ?? file) === undefined) return [];
  if (keys.password !== undefined && file !== undefined)
    return [{ path: [...path, 'password-file'], part: 'key', ...twoSecrets(name) }];
  return keys.user === undefined ? [{ path, part: 'key', ...nobodyDials(name) }] : [];
}

const twoSecrets = (name: string) => ({
  what: {
    en: `${name} has a password and a password-file.`,
    id: `${name} punya password dan password-file.`,
  },
  do: { en: 'Keep one of them.', id: 'Pertahankan salah satunya.' },
});
const nobodyDials = (name: string) => ({
  what: {
    en: `${name} has a password, and no user.`,
    id: `${name} punya password, tetapi tidak punya user.`,
  },
  do: {
    en: 'Write the user name that the provider gave to you: user: office@isp.',
    id: 'Tulis nama user dari penyedia: user: office@isp.',
  },
});

function addressFaults({ name, keys: { address, gateway }, path, kind }: Line): Fault[] {
  if (kind !== 'static' || address === undefined || gateway === undefined) return [];
  if (!isHost(address))
    return [
      {
        path: [...path, 'address'],
        what: { en: `${address} is no address of a host.`, id: `${address} bukan alamat host.` },
        do: ownDo,
      },
    ];
  if (ownOf(address).address === gateway)
    return [
      {
        path: [...path, 'gateway'],
        what: {
          en: `The gateway of ${name} is its own address.`,
          id: `Gateway ${name} adalah alamatnya sendiri.`,
        },
        do: gatewayDo,
      },
    ];
  return isIn(networkOfText(address), gateway)
    ? []
    : [
        {
          path: [...path, 'gateway'],
          what: {
            en: `${gateway} lies outside the network of ${name}, ${networkOfText(address)}.`,
            id: `${gateway} berada di luar jaringan ${name}, ${networkOfText(address)}.`,
          },
          why: {
            en: 'A gateway that is on no network of the line cannot be reached.',
            id: 'Gateway yang tidak ada di jaringan saluran tidak dapat dicapai.',
          },
          do: {
            en: 'Correct the gateway, or the length behind the address.',
            id: 'Perbaiki gateway-nya, atau panjang di belakang alamat.',
          },
        },
      ];
}

const ownDo = {
  en: 'Write the address that the provider gave to you, with the length of its network.',
  id: 'Tulis alamat dari penyedia, dengan panjang jaringannya.',
};
const gatewayDo = { en: "Write the address of the provider's router.", id: 'Tulis alamat router penyedia.' };

function shareFaults({ name, keys: { weight, rate, backup }, path }: Line): Fault[] {
  const said = weight === undefined ? (rate === undefined ? undefined : 'rate') : 'weight';
  if (weight !== undefined && rate !== undefined)
    return [
      {
        ...{ path: [...path, 'rate'], part: 'key' as const },
        what: { en: `${name} has a weight and a rate.`, id: `${name} punya weight dan rate.` },
        do: {
          en: 'Keep one of them: both say how much it carries.',
          id: 'Pertahankan salah satunya: keduanya menyebut seberapa banyak yang dibawa.',
        },
      },
    ];
  if (backup !== true || said === undefined) return [];
  return [
    {
      ...{ path: [...path, said], part: 'key' as const },
      what: {
        en: `${name} is a backup: its ${said} means nothing.`,
        id: `${name} adalah backup: ${said}-nya tidak ada artinya.`,
      },
      do: { en: `Take ${said} or backup away.`, id: `Hapus ${said} atau backup.` },
    },
  ];
}

/** Buckets of each line, by weights where one has any, else by download rates, else alike. */
function sharesOf(lines: readonly Line[], faults: Fault[]): readonly number[] {
  const carrying = lines.filter(({ keys }) => keys.backup !== true);
  const rated = carrying.filter(({ keys }) => keys.rate !== undefined);
  const without = carrying.find(({ keys }) => keys.rate === undefined);
  if (rated.length > 0 && without)
    faults.push({ path: without.path, part: 'key', ...partlyRated(without.name) });
  const buckets = bucketsOf(carrying.map(({ keys: { rate, weight = 1 } }) => downloadOf(rate) ?? weight));
  return lines.map(line => buckets[carrying.indexOf(line)] ?? 0);
}

const partlyRated = (name: string) => ({
  what: {
    en: `${name} has no rate, and other lines have one.`,
    id: `${name} tidak punya rate, padahal saluran lain punya.`,
  },
  why: {
    en: 'How connections are to be divided cannot be said from the rates of some lines.',
    id: 'Pembagian koneksi tidak dapat ditentukan dari rate sebagian saluran saja.',
  },
  do: {
    en: 'Write the rates of all lines, or weights instead.',
    id: 'Tulis rate semua saluran, atau pakai weight.',
  },
});

/** Most of what an office moves comes down. */
const downloadOf = (rate: string | undefined): number | undefined => parseRate(rate?.split('/').at(-1) ?? '');
