import { readFileSync } from 'node:fs';
import type { SharingInForce } from '../../compile/index.ts';
import { openPort } from '../../kernel/index.ts';
import type { Router } from '../../model/index.ts';
import { namedInterfaces, type World } from '../../rib/index.ts';
import { interfacesOf } from '../loop/index.ts';
import { readSavedWorld } from './saved-world.ts';
import { defaultStateDir } from './state-dir.ts';

/** What a machine shows of the world. */
export interface ObservedWorld {
  readonly seen: World;
  /** A gateway has run here, and wrote down its leases: who has none there has none. */
  readonly leasesKnown: boolean;
  /** How the gateway that runs here divides connections, where that is not PCC. */
  readonly sharing?: SharingInForce | undefined;
}

/**
 * The world of the network namespace we are in, with the leases that a running gateway keeps in `stateDir`.
 * Undefined where the machine has none of the configuration's interfaces.
 */
export function observedWorld(router: Router, stateDir?: string): ObservedWorld | undefined {
  const names = namedInterfaces(router);
  if (!interfaceNames().some(name => names.includes(name))) return undefined;
  const port = openPort();
  try {
    const saved = readSavedWorld(stateDir ?? defaultStateDir());
    const { leases = {}, unreachable = [], sharing } = saved ?? {};
    const interfaces = interfacesOf(port.links(), port.addresses());
    return { seen: { interfaces, leases, unreachable }, leasesKnown: saved !== undefined, sharing };
  } finally {
    port.close();
  }
}

/** Cheaper than netlink, for the usual case that a configuration is looked at somewhere else (proc_pid_net(5)). */
function interfaceNames(): string[] {
  const lines = readFileSync('/proc/self/net/dev', 'utf8').split('\n').slice(2);
  return lines.map(line => line.split(':')[0]?.trim() ?? '');
}
