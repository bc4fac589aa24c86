import type { ProgramSet } from '../../linux/index.ts';
import { parseIpv4Prefix, prefixRange, printIpv4 } from '../../net/index.ts';
import type { OwnSet } from '../netlink/index.ts';
import type { Shell } from './shell.ts';

type Element =
  | number
  | string
  | { readonly range: readonly [string, string] }
  | { readonly prefix: { readonly addr: string; readonly len: number } };

/** An element of a map from buckets. */
type Lead = readonly [bucket: number, verdict: { readonly jump?: { readonly target: string } }];

interface Listing {
  readonly nftables: readonly {
    readonly set?: { readonly elem?: readonly Element[] };
    readonly map?: { readonly elem?: readonly Lead[] };
  }[];
}

/** `268435456`, `10.0.0.0-10.0.0.255`, `10.0.0.1`. */
function listed(element: Element): string {
  if (typeof element !== 'object') return `${element}`;
  if ('range' in element) return stretch(...element.range);
  const { addr, len } = element.prefix;
  const prefix = parseIpv4Prefix(`${addr}/${len}`);
  if (prefix === undefined) return `${addr}/${len}`;
  const { from, to } = prefixRange(prefix);
  return stretch(printIpv4(from), printIpv4(to));
}

const stretch = (from: string, to: string): string => (from === to ? from : `${from}-${to}`);

function wanted(set: ProgramSet): readonly string[] {
  if (set.type === 'mark') return set.elements.map(mark => `${mark}`);
  if (set.type === 'buckets') return set.elements.map((chain, bucket) => leadText(bucket, chain));
  return set.elements.map(({ from, to }) => stretch(from, to));
}

const leadText = (bucket: number, chain: string): string => `${bucket} : jump ${chain}`;

function elementsOf(shell: Shell, { table, name, type }: OwnSet): readonly string[] {
  const kind = type === 'buckets' ? 'map' : 'set';
  const listing = JSON.parse(shell.say(['nft', '-j', 'list', kind, 'inet', table, name])) as Listing;
  const leads = listing.nftables.flatMap(entry => entry.map?.elem ?? []);
  if (type === 'buckets') return leads.map(([bucket, { jump }]) => leadText(bucket, jump?.target ?? ''));
  return listing.nftables.flatMap(entry => entry.set?.elem ?? []).map(listed);
}

export function isFilled(shell: Shell, set: OwnSet): boolean {
  const [now, elements] = [elementsOf(shell, set), wanted(set)];
  return now.length === elements.length && elements.every(one => now.includes(one));
}

export function fillSets(shell: Shell, sets: readonly OwnSet[]): number {
  const moves = sets.flatMap(set => {
    const [now, elements] = [elementsOf(shell, set), wanted(set)];
    const at = `element inet ${set.table} ${set.name}`;
    return [
      ...now.filter(one => !elements.includes(one)).map(one => `delete ${at} { ${one} }`),
      ...elements.filter(one => !now.includes(one)).map(one => `add ${at} { ${one} }`),
    ];
  });
  if (moves.length > 0) shell.say(['nft', '-f', '-'], `${moves.join('\n')}\n`);
  return moves.length;
}
