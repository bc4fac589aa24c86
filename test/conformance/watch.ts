import { ipv4ToNumber, toIpv4 } from '../../src/net/index.ts';
import { type Namespace, run } from '../../src/sys/index.ts';

// A table beside the one under test notes what becomes of each packet, by its IP id: one set for each thing to know,
// since nft 1.0.6 crashes on longer concatenations.

/** TTL of packets that the tests themselves send from the router: whatever else it sends is no part of a case. */
export const ownTtl = 99;

/** What the kernel did with one packet. */
export interface Observation {
  readonly state?: string | undefined;
  readonly out?: string | undefined;
  readonly delivered: boolean;
  readonly src?: End | undefined;
  readonly dst?: End | undefined;
  readonly connectionMark?: number | undefined;
  readonly packetMark?: number | undefined;
}

export interface End {
  readonly address: number;
  readonly port: number;
}

const sets = {
  states: 'ip id . ct state',
  outs: 'ip id . meta oifname',
  sources: 'ip id . ip saddr . th sport',
  destinations: 'ip id . ip daddr . th dport',
  connections: 'ip id . ct mark',
  marks: 'ip id . meta mark',
  taken: 'ip id',
} as const;

type SetName = keyof typeof sets;

const add = (name: SetName): string => `add @${name} { ${sets[name]} }`;
const chain = (name: string, hook: string, priority: number, lines: readonly string[]): string =>
  [`chain ${name} {`, `type filter hook ${hook} priority ${priority}`, ...lines, '}'].join('\n');

/** Begins to watch a namespace. */
export function watch(ns: Namespace): void {
  const declared = Object.entries(sets).map(
    ([name, key]) => `set ${name} { typeof ${key}; size 65535; flags dynamic; }`,
  );
  const chains = [
    chain('pre', 'prerouting', -199, [add('states')]),
    // What the kernel answers by itself would change connections behind the walk's back.
    chain('own', 'output', -400, [`ip ttl != ${ownTtl} drop`]),
    chain('made', 'output', -199, [add('states')]),
    chain(
      'post',
      'postrouting',
      2000,
      (['outs', 'sources', 'destinations', 'connections', 'marks'] as const).map(add),
    ),
    chain('local', 'input', 2000, (['taken', 'sources', 'destinations', 'connections'] as const).map(add)),
  ];
  run(['nft', '-f', '-'], { ns, input: `table ip watch {\n${[...declared, ...chains].join('\n')}\n}\n` });
}

/** Forgets what was seen. */
export function forgetSeen(ns: Namespace): void {
  const lines = Object.keys(sets).map(name => `flush set ip watch ${name}`);
  run(['nft', '-f', '-'], { ns, input: lines.join('\n') });
}

type Element = number | { readonly concat: readonly (string | number)[] };

interface Listing {
  readonly nftables: readonly {
    readonly set?: { readonly name: SetName; readonly elem?: readonly Element[] };
  }[];
}

/** All observations since the last `forgetSeen`, by IP id. */
export function seen(ns: Namespace): ReadonlyMap<number, Observation> {
  const { stdout } = run(['nft', '-j', 'list', 'table', 'ip', 'watch'], { ns });
  const found = new Map<number, Observation>();
  for (const { set } of (JSON.parse(stdout) as Listing).nftables) {
    for (const element of set?.elem ?? []) {
      const [id = 0, ...rest] = typeof element === 'number' ? [element] : element.concat;
      const before = found.get(Number(id)) ?? { delivered: false };
      found.set(Number(id), { ...before, ...fact(set?.name ?? 'taken', rest) });
    }
  }
  return found;
}

function fact(name: SetName, [first = '', second = 0]: readonly (string | number)[]): Partial<Observation> {
  switch (name) {
    case 'states':
      return { state: String(first) };
    case 'outs':
      return { out: String(first) };
    case 'sources':
      return { src: { address: ipv4ToNumber(toIpv4(String(first))), port: Number(second) } };
    case 'destinations':
      return { dst: { address: ipv4ToNumber(toIpv4(String(first))), port: Number(second) } };
    case 'connections':
      return { connectionMark: Number(first) };
    case 'marks':
      return { packetMark: Number(first) };
    case 'taken':
      return { delivered: true };
  }
}
