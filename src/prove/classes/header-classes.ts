import type { Matcher } from '../../model/index.ts';
import { carriesPorts, type PortRange } from '../../net/index.ts';
import { makePacket, type Packet } from '../../walk/index.ts';
import { cuts, only, protocolsOf } from './bounds.ts';
import { heldBy } from './held-by.ts';

/** Header fields other than addresses and interface. */
export type Header = Omit<Packet, 'in' | 'src' | 'dst'>;

/** An ordinary client's port; what rules cut out of the range of ports is looked at beside it. */
const clientPort = 40_000;

/** One header for each class of first packets that the rules can tell apart. */
export function headerClasses(matchers: readonly Matcher[]): Header[] {
  const bare = protocolsOf(matchers).flatMap(protocol => withPorts(matchers, protocol));
  const extras = extrasOf(matchers);
  return bare.flatMap(header => extras.map(extra => ({ ...header, ...extra })));
}

function withPorts(matchers: readonly Matcher[], protocol: number): Header[] {
  const base = makePacket({ src: 0, dst: 0, protocol });
  if (!carriesPorts(protocol)) return protocol === 1 ? icmpClasses(matchers, base) : [base];
  const either = only(matchers, 'port');
  const destinations = portClasses([...only(matchers, 'dst-port'), ...either], 443);
  const sources = portClasses([...only(matchers, 'src-port'), ...either], clientPort);
  return sources.flatMap(srcPort => destinations.map(dstPort => ({ ...base, srcPort, dstPort })));
}

type PortMatcher = Extract<Matcher, { readonly kind: 'src-port' | 'dst-port' | 'port' }>;

const portClasses = (matchers: readonly PortMatcher[], usual: number): number[] =>
  valuesOf(
    matchers.map(({ ports }) => ports),
    { usual, first: 1, last: 65_535 },
  );

interface Values {
  /** Stands for all that no range holds apart from it. */
  readonly usual: number;
  readonly first: number;
  readonly last: number;
}

/** One value of each set that cannot be told apart by asking which of the groups of ranges hold it. */
function valuesOf(groups: readonly (readonly PortRange[])[], { usual, first, last }: Values): number[] {
  const values = cuts(groups.flat(), last).map(value => Math.max(value, first));
  return firstOfEach([usual, ...values], heldBy(groups));
}

/** Only queries begin connections; the other types are what errors and answers are. */
function icmpClasses(matchers: readonly Matcher[], base: Packet): Header[] {
  const named = only(matchers, 'icmp-options').map(({ type }) => type);
  return [...new Set([8, ...named.filter(type => [13, 15, 17].includes(type))])].map(icmpType => ({
    ...base,
    icmpType,
  }));
}

/** DSCP, size and TTL where a rule looks at them. */
function extrasOf(matchers: readonly Matcher[]): Pick<Header, 'dscp' | 'size' | 'ttl'>[] {
  const dscps = [0, ...only(matchers, 'dscp').map(({ dscp }) => dscp)];
  // 28 bytes are the headers of IP and UDP or ICMP.
  const sizes = valuesOf(
    only(matchers, 'packet-size').map(range => [range]),
    { usual: 60, first: 28, last: 65_535 },
  );
  const ttls = [
    64,
    ...only(matchers, 'ttl')
      .flatMap(({ ttl }) => [ttl - 1, ttl, ttl + 1])
      .filter(isTtl),
  ];
  return [...new Set(dscps)].flatMap(dscp =>
    sizes.flatMap(size => [...new Set(ttls)].map(ttl => ({ dscp, size, ttl }))),
  );
}

const isTtl = (ttl: number): boolean => ttl > 1 && ttl < 256;

/** The first of each group with the same signature. */
export function firstOfEach<T>(values: readonly T[], signature: (value: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const value of values) {
    const key = signature(value);
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}
