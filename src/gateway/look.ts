import { readFileSync } from 'node:fs';
import { openPort } from '../kernel/index.ts';
import type { Router } from '../model/index.ts';
import { namedInterfaces, type World } from '../rib/index.ts';
import { readSavedWorld } from './saved-world.ts';
import { worldBook } from './world-book.ts';

/**
 * The world of the network namespace we are in, with the leases that a running gateway keeps in `stateDir`.
 * Undefined where the machine has none of the configuration's interfaces.
 */
export function observedWorld(router: Router, stateDir: string): World | undefined {
  const names = namedInterfaces(router);
  if (!interfaceNames().some(name => names.includes(name))) return undefined;
  const port = openPort();
  try {
    const links = port.links();
    const book = worldBook();
    book.observe(links, port.addresses());
    const { leases, unreachable } = readSavedWorld(stateDir);
    return { ...book.world(unreachable), leases };
  } finally {
    port.close();
  }
}

/** Cheaper than netlink, for the usual case that a configuration is looked at somewhere else (proc_pid_net(5)). */
function interfaceNames(): string[] {
  const lines = readFileSync('/proc/self/net/dev', 'utf8').split('\n').slice(2);
  return lines.map(line => line.split(':')[0]?.trim() ?? '');
}
