import type { Prepared } from './prepare.ts';

/** Interfaces with a network that are no uplinks. */
export function lanInterfaces({ world, wans }: Prepared): string[] {
  return Object.values(world.interfaces)
    .filter(({ name, running, addresses }) => running && addresses.length > 0 && !wans.includes(name))
    .map(({ name }) => name);
}
