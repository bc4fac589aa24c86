import { basename } from 'node:path';
import { behaviourOf } from '../../../compile/index.ts';
import { readConfig } from '../../../config/index.ts';
import type { Engine, Router } from '../../../model/index.ts';
import { splitPrefix } from '../../../net/index.ts';
import { assumedWorld, type Fault, type Lease, type World } from '../../../rib/index.ts';
import { type Prepared, prepare, settle } from '../../../walk/index.ts';
import { upstreamAddresses } from '../../topology/fill.ts';
import type { Topology } from '../../topology/topology.ts';

/** The configuration under test, ready to be walked in the world that the bench is. */
export interface Reading {
  readonly router: Router;
  /** As the program runs it on Linux: what the bench must show. */
  readonly linux: Prepared;
  /** As RouterOS would. */
  readonly routeros: Prepared;
  /** Names the configuration's file alone: where this machine keeps it says nothing to who reads a report elsewhere. */
  shown(text: string): string;
}

/** What has happened to the bench. */
export interface Happened {
  readonly faults: readonly Fault[];
  /** Ports whose lines the gateway's own probes have found dead. */
  readonly downLines?: readonly string[];
}

/** Reads the configuration at `config`, with what has happened. The bench runs it already: it has no errors. */
export function readConfiguration(
  config: string,
  topology: Topology,
  { faults, downLines = [] }: Happened = { faults: [] },
): Reading {
  const { router } = readConfig(config, { onLinux: true });
  const world = { ...worldOf(router, topology), ...(downLines.length > 0 && { downLines }) };
  const as = (engine: Engine): Prepared => {
    const { assume } = topology;
    const now = settle(router, world, faults, { engine, assume });
    const behaviour = behaviourOf(engine, now.router, now.rib, now.world);
    return prepare(now.router, now.rib, now.world, { engine: behaviour, seed: 0, assume, dead: now.dead });
  };
  const shown = (text: string): string => text.replaceAll(config, basename(config));
  return { router, linux: as('linux'), routeros: as('routeros'), shown };
}

/** The bench as a world: every link runs, and who asks has the lease that the bench gives. */
function worldOf(router: Router, { isps, router: { ports } }: Topology): World {
  const given = isps.flatMap((isp): Lease[] => {
    const [address] = isp.lease;
    if (address === undefined) return [];
    const length = isp.dialled ? 32 : splitPrefix(isp.network).length;
    const dns = isp.dialled ? [] : [upstreamAddresses(isp).internet];
    const common = { interface: isp.interface, gateway: isp.gateway, dns, leaseTime: isp.leaseTime };
    return [{ ...common, address: { address, length } }];
  });
  const others = ports.flatMap(({ name, address, peer }): Lease[] => {
    if (address === undefined || given.some(lease => lease.interface === name)) return [];
    return [{ interface: name, address: { address, length: 32 }, gateway: peer, dns: [], leaseTime: 0 }];
  });
  return assumedWorld(router, { leases: [...given, ...others] });
}
