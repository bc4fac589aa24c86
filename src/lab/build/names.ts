import { type Ipv4, ipv4ToNumber, printIpv4 } from '../../net/index.ts';
import type { Topology } from '../topology/topology.ts';

/** Ports of an ISP's router: towards the router under test, towards the Internet. */
export const ispPorts = { lan: 'cpe', wan: 'wan' } as const;

/** The ISP's ends of what carries its line at the router: they only give the carrier. */
export const plugsOf = ({ router: { ports } }: Topology, isp: string): readonly string[] =>
  ports.flatMap(({ end }, index) => (end.kind === 'plug' && end.isp === isp ? [plugName(index)] : []));

/** Interfaces of the router with a machine on their network, beside the clients' own. */
export const machinesOf = ({ router: { ports } }: Topology): readonly string[] =>
  ports.flatMap(({ end }) => (end.kind === 'machine' ? [end.on] : []));

/** The far end of the router's `index`-th interface, where nothing but a carrier comes from it. */
export const plugName = (index: number): string => `plug${index}`;

/** The port of a client. */
export const clientPort = 'eth0';

/** The Internet's port of the line of an ISP. */
export const cablePort = (isp: string): string => `to-${isp}`;

const blocks = [
  { first: ipv4ToNumber('203.0.113.1'), count: 254 },
  { first: ipv4ToNumber('198.18.0.1'), count: 131_070 },
] as const;

/** Networks that are local to the Internet's namespace: RFC 5737 TEST-NET-3 and the RFC 2544 block. */
export const serverNetworks = ['203.0.113.0/24', '198.18.0.0/15'] as const;

/** The first `count` server addresses: 203.0.113.1–254, then 198.18.0.1 and on. */
export function serverAddresses(count: number): readonly Ipv4[] {
  const all: Ipv4[] = [];
  for (const { first, count: size } of blocks) {
    for (let index = 0; index < size && all.length < count; index++) all.push(printIpv4(first + index));
  }
  return all;
}
