import type { PccKind } from '../../model/index.ts';
import { carriesPorts, type Family } from '../../net/index.ts';
import { nftBucket, usesAddresses, usesPorts } from '../../pcc/index.ts';
import { type Condition, constant, join } from './condition.ts';
import { ipHeader } from './ip-header.ts';
import { portProtocolSet } from './protocol.ts';

/** One way to compute the bucket: for which packets, and the nft expression that yields 0..denominator-1. */
export interface BucketExpression {
  readonly match: string;
  readonly expression: string;
  /** The bucket itself, where all these packets have the same. */
  readonly bucket?: number | undefined;
}

/** What nft hashes, with and without ports. `@th,0,32` is both ports unpadded: RouterOS's own key (routeros.md 1.3). */
const keys: Readonly<Record<PccKind, string>> = {
  'src-address': 'ip saddr',
  'dst-address': 'ip daddr',
  'both-addresses': 'ip saddr . ip daddr',
  'src-port': 'th sport',
  'src-address-and-port': 'ip saddr . th sport',
  'dst-port': 'th dport',
  'dst-address-and-port': 'ip daddr . th dport',
  'both-ports': '@th,0,32',
  'both-addresses-and-ports': 'ip saddr . ip daddr . @th,0,32',
};

/** RouterOS hashes the 16 bytes of IPv6 addresses as nft does. */
const ofFamily = (key: string, family: Family): string =>
  key.replaceAll(/\bip (?=[sd]addr)/g, `${ipHeader[family]} `);

/**
 * The bucket of a packet. Kinds with ports need two: on protocols without ports RouterOS leaves them out of the key,
 * where nft would hash whatever bytes are there (ICMP: type, code, checksum). A key that is empty then is a constant
 * bucket, written as a number generator of one value so that it, too, can be looked up in a map.
 * `protocol`: the number that the rule's own protocol matcher fixes; then one of the two is enough.
 */
export function bucketExpressions(
  kind: PccKind,
  denominator: number,
  seed: number,
  protocol: number | undefined,
  family: Family = 'ipv4',
): BucketExpression[] {
  const jhash = (key: string) => `jhash ${ofFamily(key, family)} mod ${denominator} seed ${seedText(seed)}`;
  if (!usesPorts(kind)) return [{ match: '', expression: jhash(keys[kind]) }];
  const addresses = keys[kind].split(' . ').filter(field => field.startsWith('ip '));
  const withPorts = { expression: jhash(keys[kind]) };
  const rest = usesAddresses(kind)
    ? { expression: jhash(addresses.join(' . ')) }
    : constantBucket(denominator, seed);
  if (protocol !== undefined) return [{ match: '', ...(carriesPorts(protocol) ? withPorts : rest) }];
  return [
    { match: `meta l4proto ${portProtocolSet}`, ...withPorts },
    { match: `meta l4proto != ${portProtocolSet}`, ...rest },
  ];
}

/** `per-connection-classifier=both-addresses:3/0` of a rule that stands alone. */
export function matchPcc(
  kind: PccKind,
  denominator: number,
  remainder: number,
  seed: number,
  protocol: number | undefined,
  negated: boolean,
  family: Family = 'ipv4',
): Condition {
  if (remainder >= denominator) return constant(false, negated);
  const sign = negated ? '!=' : '==';
  return bucketExpressions(kind, denominator, seed, protocol, family).flatMap(
    ({ match, expression, bucket }) => {
      // nft refuses to compare a generator with a value that it never yields; a constant is compared here.
      if (bucket !== undefined) return (bucket === remainder) !== negated ? [match] : [];
      return [join(match, `${expression} ${sign} ${remainder}`)];
    },
  );
}

/** The empty key hashes to 0xdeadbeef + seed. */
function constantBucket(denominator: number, seed: number): { expression: string; bucket: number } {
  const bucket = nftBucket((0xdeadbeef + seed) >>> 0, denominator);
  return { expression: `numgen inc mod 1 offset ${bucket}`, bucket };
}

/** Always explicit: without a seed the kernel draws one per rule, and every reload would move connections. */
const seedText = (seed: number): string => `0x${(seed >>> 0).toString(16)}`;
