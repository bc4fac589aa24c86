import type { GatewayEvent } from '../../gateway/index.ts';
import type { Dialect } from '../../model/index.ts';
import { upstreamAddresses } from '../topology/fill.ts';
import type { Topology } from '../topology/topology.ts';
import type { Greeting } from '../traffic/index.ts';

/** Which ISP a connection came through, from the source address that a server saw (every ISP has its own NAT). */
export function viaOf(topology: Topology, seenAs: string): string | undefined {
  return topology.isps.find(isp => upstreamAddresses(isp).isp === seenAs)?.name;
}

/** The ISP that a greeting came through; undefined where none came. */
export function viaOfGreeting(topology: Topology, result: Greeting | undefined): string | undefined {
  return result?.ok ? viaOf(topology, result.seenAs) : undefined;
}

/** The dialect that the gateway runs, as it reported when it was ready. */
export function dialectOf(events: readonly GatewayEvent[]): Dialect {
  return events.find(event => event.type === 'ready')?.dialect ?? 'v7';
}
