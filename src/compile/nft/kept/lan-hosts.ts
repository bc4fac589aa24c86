import {
  type Ipv4Bounds,
  type Ipv4Interface,
  ipv4ToNumber,
  networkOf,
  prefixRange,
  printIpv4,
} from '../../../net/index.ts';
import type { World } from '../../../rib/index.ts';

/**
 * Addresses that only hosts of these LANs can have, as nft ranges: of each network the longest run without an address of the
 * router's. Its first and its last address are of no host.
 */
export function lanHosts({ interfaces }: World, lans: readonly string[]): readonly string[] {
  const own = Object.values(interfaces).flatMap(one =>
    one.addresses.map(({ address }) => ipv4ToNumber(address)),
  );
  const networks = lans
    .flatMap(name => interfaces[name]?.addresses ?? [])
    .filter(({ length }) => length < 31);
  const runs = networks.map(network => longestRun(network, own));
  // nft refuses a set whose ranges overlap.
  const apart = runs.filter(
    (run, i) => !runs.slice(0, i).some(other => run.from <= other.to && other.from <= run.to),
  );
  return apart
    .filter(({ from, to }) => from <= to)
    .map(({ from, to }) => `${printIpv4(from)}-${printIpv4(to)}`);
}

function longestRun(network: Ipv4Interface, own: readonly number[]): Ipv4Bounds {
  const { from, to } = prefixRange(networkOf(network));
  const inside = own.filter(address => address > from && address < to).sort((a, b) => a - b);
  const ends = [from, ...inside, to];
  const runs = ends.slice(1).map((end, i) => ({ from: (ends[i] ?? from) + 1, to: end - 1 }));
  return runs.reduce((best, run) => (run.to - run.from > best.to - best.from ? run : best));
}
