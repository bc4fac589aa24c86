import { rolesOf } from '../model/index.ts';
import type { Prepared } from './prepare.ts';

/** LANs that run, with a network that hosts can be in. */
export function lanInterfaces({ router, world }: Prepared): string[] {
  const { lans } = rolesOf(router);
  return Object.values(world.interfaces)
    .filter(({ name, running, addresses }) => running && addresses.length > 0 && lans.includes(name))
    .map(({ name }) => name);
}
