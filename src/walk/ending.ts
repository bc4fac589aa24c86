import type { Flight } from './flight.ts';
import type { Setup } from './setup.ts';
import type { Ending } from './trace.ts';

// RFC 1918, RFC 6598, link-local (RFC 3927): no ISP carries these.
const privateRanges = [
  [0x0a000000, 0x0affffff],
  [0xac100000, 0xac1fffff],
  [0xc0a80000, 0xc0a8ffff],
  [0x64400000, 0x647fffff],
  [0xa9fe0000, 0xa9feffff],
] as const;

/** Is it an address that no ISP carries? */
export function isPrivate(address: number): boolean {
  return privateRanges.some(([from, to]) => address >= from && address <= to);
}

/** How a packet that leaves the router is to be judged. */
export function leaving(setup: Setup, flight: Flight): Ending {
  const { interfaces, wanIds, options } = setup;
  const out = interfaces.name(flight.out);
  const way = {
    out,
    gateway: flight.gateway,
    src: { address: flight.src, port: flight.srcPort },
    dst: { address: flight.dst, port: flight.dstPort },
  };
  const wan = wanIds.has(flight.out);
  const translated = flight.src !== flight.packet.src || flight.srcPort !== flight.packet.srcPort;
  if (!wan) return { kind: 'forwarded', ...way, wan, translated };
  if (flight.in === flight.out) return { kind: 'looped', ...way };
  const owner = foreignOwner(setup, flight);
  if (owner !== undefined) return { kind: 'stuck', ...way, owner };
  // On a dead line nothing leaks: that nobody notices is said, whatever becomes of sources.
  if (options.dead?.includes(out)) return { kind: 'lost', ...way, wan: out };
  if (isLeak(setup, flight)) return { kind: 'leaked', ...way };
  return { kind: 'forwarded', ...way, wan, translated };
}

/** The other uplink to which the source address belongs, by its present address or by what was masqueraded for it. */
function foreignOwner({ local, wanIds, interfaces }: Setup, flight: Flight): string | undefined {
  const holder = local.interfaceOf(flight.src);
  if (holder !== 0) return holder !== flight.out && wanIds.has(holder) ? interfaces.name(holder) : undefined;
  const madeFor = flight.connection?.masqueradedFor ?? 0;
  const stale =
    madeFor !== 0 && madeFor !== flight.out && !flight.isReply && flight.src !== flight.packet.src;
  return stale ? interfaces.name(madeFor) : undefined;
}

/** A private source on an uplink, unless it is that uplink's own network (an ISP's box with a private LAN). */
function isLeak({ local }: Setup, flight: Flight): boolean {
  if (!isPrivate(flight.src)) return false;
  return local.interfaceOf(flight.src) === 0 && !toNeighbour(flight);
}

/** Hosts on the uplink's own network answer to private sources if they have a route back: not the Internet. */
function toNeighbour({ gateway, dst }: Flight): boolean {
  return isPrivate(dst) && (gateway === undefined || gateway === dst);
}
