import { parseRate } from '../../net/index.ts';
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
  what: 'All lines are backups: none carries anything.',
  do: 'Take backup: true away from one.',
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
  what: `${name} is ${kind}, and has no ${key}.`,
  do: needed[key] ?? '',
});

const needed: Readonly<Record<string, string>> = {
  address: 'Write its own address with the length of its network: address: 203.0.113.2/29.',
  gateway: "Write the address of the provider's router: gateway: 203.0.113.1.",
  over: 'Write the port that carries it: over: ether1. A ppp interface of which nothing is known is type: interface.',
};

const hasNo = (name: string, kind: string, key: string) => ({
  what: `${name} is ${kind}: ${key} means nothing there.`,
  do: `Take ${key} away, or choose another type.`,
});

function secretFaults({ name, keys, path, kind }: Line): Fault[] {
  const file = keys['password-file'];
  if (kind !== 'pppoe' || (keys.password ?? file) === undefined) return [];
  if (keys.password !== undefined && file !== undefined)
    return [{ path: [...path, 'password-file'], part: 'key', ...twoSecrets(name) }];
  return keys.user === undefined ? [{ path, part: 'key', ...nobodyDials(name) }] : [];
}

const twoSecrets = (name: string) => ({
  what: `${name} has a password and a password-file.`,
  do: 'Keep one of them.',
});
const nobodyDials = (name: string) => ({
  what: `${name} has a password, and no user.`,
  do: 'Write the user name that the provider gave to you: user: office@isp.',
});

function addressFaults({ name, keys: { address, gateway }, path, kind }: Line): Fault[] {
  if (kind !== 'static' || address === undefined || gateway === undefined) return [];
  if (!isHost(address))
    return [{ path: [...path, 'address'], what: `${address} is no address of a host.`, do: ownDo }];
  if (ownOf(address).address === gateway)
    return [
      { path: [...path, 'gateway'], what: `The gateway of ${name} is its own address.`, do: gatewayDo },
    ];
  return isIn(networkOfText(address), gateway)
    ? []
    : [
        {
          path: [...path, 'gateway'],
          what: `${gateway} lies outside the network of ${name}, ${networkOfText(address)}.`,
          why: 'A gateway that is on no network of the line cannot be reached.',
          do: 'Correct the gateway, or the length behind the address.',
        },
      ];
}

const ownDo = 'Write the address that the provider gave to you, with the length of its network.';
const gatewayDo = "Write the address of the provider's router.";

function shareFaults({ name, keys: { weight, rate, backup }, path }: Line): Fault[] {
  const said = weight === undefined ? (rate === undefined ? undefined : 'rate') : 'weight';
  if (weight !== undefined && rate !== undefined)
    return [
      {
        ...{ path: [...path, 'rate'], part: 'key' as const },
        what: `${name} has a weight and a rate.`,
        do: 'Keep one of them: both say how much it carries.',
      },
    ];
  if (backup !== true || said === undefined) return [];
  return [
    {
      ...{ path: [...path, said], part: 'key' as const },
      what: `${name} is a backup: its ${said} means nothing.`,
      do: `Take ${said} or backup away.`,
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
  what: `${name} has no rate, and other lines have one.`,
  why: 'How connections are to be divided cannot be said from the rates of some lines.',
  do: 'Write the rates of all lines, or weights instead.',
});

/** Most of what an office moves comes down. */
const downloadOf = (rate: string | undefined): number | undefined => parseRate(rate?.split('/').at(-1) ?? '');
