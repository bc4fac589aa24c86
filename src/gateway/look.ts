import { namedInterfaces, type World } from '../health/index.ts';
import { openPort } from '../kernel/index.ts';
import type { Router } from '../model/index.ts';
import { readSavedWorld } from './saved-world.ts';
import { worldBook } from './world-book.ts';

/**
 * The world of the network namespace we are in, with the leases that a running gateway keeps in `stateDir`.
 * Undefined where the machine has none of the configuration's interfaces.
 */
export function observedWorld(router: Router, stateDir: string): World | undefined {
  const port = openPort();
  try {
    const links = port.links();
    const names = namedInterfaces(router);
    if (!links.some(({ name }) => names.includes(name))) return undefined;
    const book = worldBook();
    book.observe(links, port.addresses());
    const { leases, unreachable } = readSavedWorld(stateDir);
    return { ...book.world(unreachable), leases };
  } finally {
    port.close();
  }
}
