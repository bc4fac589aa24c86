import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, nameInRouter, nameOfDevice } from '../../config/index.ts';
import type { Topology } from '../../lab/index.ts';
import { dialledLines } from '../../model/index.ts';
import { splitPrefix } from '../../net/index.ts';
import { assumedLeases, type Lease, namedInterfaces, type World } from '../../rib/index.ts';

/** What this machine shows; undefined where it has none of the interfaces, which /proc/net/dev tells (proc(5)). */
export async function seenHere(config: Config, state: string | undefined) {
  const { linux } = config;
  // Of other systems' networks nothing is known here.
  if (!existsSync('/proc/net/dev')) return undefined;
  const present = readFileSync('/proc/net/dev', 'utf8').matchAll(/^ *([^\s:]+):/gm);
  const names = new Set(namedInterfaces(linux));
  // Each machine has a loopback; that a text gives it an address does not make it this one.
  if (![...present].some(([, name = '']) => name !== 'lo' && names.has(name))) return undefined;
  // The gateway opens the kernel: much to load for a look at a text.
  const { observedWorld } = await import('../../gateway/index.ts');
  const here = observedWorld(linux, state);
  return here && { ...here, seen: inNames(here.seen, device => nameOfDevice(config, device)) };
}

/** A world whose interfaces are called otherwise. */
function inNames(world: World, rename: (device: string) => string): World {
  const each = <T>(record: Readonly<Record<string, T>>, called: (value: T, name: string) => T) =>
    Object.fromEntries(
      Object.entries(record).map(([device, value]) => [rename(device), called(value, rename(device))]),
    );
  return {
    ...world,
    interfaces: each(world.interfaces, (state, name) => ({ ...state, name })),
    leases: each(world.leases, (lease, name) => ({ ...lease, interface: name })),
  };
}

/** The bench in the same folder as a configuration; one with mistakes is not used. */
export async function topologyBeside(path: string): Promise<Topology | undefined> {
  if (path === '-') return undefined;
  const file = join(isFolder(path) ? path : dirname(path), 'topology.yaml');
  if (!existsSync(file)) return undefined;
  // The lab is much to load for those who have no bench.
  const { readTopology } = await import('../../lab/topology/index.ts');
  return readTopology(readFileSync(file, 'utf8'), file).topology;
}

/** What the bench's ISPs give to the DHCP clients of a configuration, and to lines that are dialled where it is stated. */
export function topologyLeases(config: Config, topology: Topology | undefined): Lease[] {
  const { router } = config;
  const clients = router.dhcpClients.filter(({ disabled }) => !disabled).map(client => client.interface);
  const assumed = assumedLeases(router);
  const lines = dialledLines(router).map(line => line.interface.name);
  return (topology?.isps ?? []).flatMap(
    ({ interface: stated, lease, network, gateway, leaseTime, usual }) => {
      const name = nameInRouter(config, stated);
      const [address] = lease;
      const isLine = lines.includes(name) && !usual;
      // Of what a topology does not say, the bench gives what every command assumes.
      const same = usual ? assumed.find(one => one.interface === name) : undefined;
      if (same && clients.includes(name)) return [same];
      if (address === undefined || (!isLine && !clients.includes(name))) return [];
      const held = { address, length: isLine ? 32 : splitPrefix(network).length };
      return [{ interface: name, address: held, gateway, dns: [], leaseTime }];
    },
  );
}

export const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();
