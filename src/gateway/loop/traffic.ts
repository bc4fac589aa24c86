import type { KernelPort, Link } from '../../kernel/index.ts';
import { nftTable, openedCounter } from '../../linux/index.ts';
import { type Namespace, readSysctl } from '../../sys/index.ts';
import type { GatewayPort, Traffic } from './port.ts';

/** What interfaces and our table have counted. Throws EnvironmentError. */
export function trafficOf(port: Pick<KernelPort, 'links' | 'namedCounters'>): Traffic {
  const passed = passedBy(port.links());
  const opened = [...port.namedCounters(nftTable)].flatMap(([name, packets]) => {
    const number = openedCounter.numberOf(name);
    return number === undefined ? [] : [[number, packets] as const];
  });
  return { ...passed, opened: Object.fromEntries(opened) };
}

/** What interfaces alone have counted. */
export function passedBy(links: readonly Link[]): Omit<Traffic, 'opened'> {
  const bytes = links.map(({ name, counters: { rxBytes, txBytes } }) => {
    return [name, { received: rxBytes, sent: txBytes }] as const;
  });
  const packets = links.map(({ name, counters: { rxPackets, txPackets } }) => {
    return [name, { received: rxPackets, sent: txPackets }] as const;
  });
  return { bytes: Object.fromEntries(bytes), packets: Object.fromEntries(packets) };
}

const setting = 'net.netfilter.nf_conntrack_';

/** How full the kernel's table of connections is. Throws EnvironmentError. */
export function trackedOf(ns: Namespace | undefined): ReturnType<GatewayPort['tracked']> {
  const [tracked, limit] = [readSysctl(`${setting}count`, ns), readSysctl(`${setting}max`, ns)];
  return tracked === undefined || limit === undefined
    ? undefined
    : { tracked: Number(tracked), limit: Number(limit) };
}
