import { isDeviceName, lineField } from '../../../linux/index.ts';
import { rolesOf } from '../../../model/index.ts';
import type { World } from '../../../rib/index.ts';
import { activeDefaults } from '../active.ts';
import type { RunConfig } from '../event.ts';
import { gatewayBy } from './found-targets.ts';
import type { Line } from './line.ts';
import type { Reached } from './lines-of.ts';
import type { Uplink } from './uplink.ts';

interface Known {
  /** What the configuration comes to while every line lives. */
  readonly alive: Reached;
  readonly watched: readonly Line[];
  readonly before?: readonly Uplink[] | undefined;
}

/**
 * The WANs as lines that connections leave by, at jalur's pace. `watched`: lines whose probes are known of; `before`: as they
 * were, whose numbers connections carry. More lines than there are numbers have none, and their connections are left alone.
 */
export function uplinksOf(
  reached: Reached,
  config: Pick<RunConfig, 'pace' | 'autoHealth'>,
  { alive, watched, before = [] }: Known,
): readonly Uplink[] {
  if (config.pace !== 'jalur') return [];
  const names = rolesOf(reached.router).wans.filter(isDeviceName);
  const numbers = numbered(names, before);
  const context = { ...reached, isAuto: config.autoHealth === true };
  const defaults = activeDefaults(alive.rib);
  return names.flatMap((name): Uplink[] => {
    const number = numbers.get(name);
    if (number === undefined) return [];
    const known = before.find(one => one.interface === name);
    const isDead = isDeadLine(name, reached.world, watched);
    const gateway = gatewayBy(name, context);
    const found = defaults.filter(({ interfaces }) => interfaces.includes(name)).map(({ table }) => table);
    // A line whose lease is gone leads nowhere now; that makes it nobody else's home.
    const home = found.length > 0 ? found : (known?.home ?? []);
    const wasAlive = !isDead || known?.wasAlive === true;
    return [{ interface: name, number, gateway, home, isDead, wasAlive }];
  });
}

/** Lines that stay keep their number; a new one gets the first that is free. */
function numbered(names: readonly string[], before: readonly Uplink[]): ReadonlyMap<string, number> {
  const known = before.filter(one => names.includes(one.interface));
  const numbers = new Map(known.map(one => [one.interface, one.number]));
  const all = Array.from({ length: lineField.number.limit }, (_, index) => index + 1);
  const free = all.filter(number => !known.some(one => one.number === number));
  for (const name of names) {
    const number = numbers.get(name) ?? free.shift();
    if (number !== undefined) numbers.set(name, number);
  }
  return numbers;
}

function isDeadLine(name: string, world: World, watched: readonly Line[]): boolean {
  if (world.interfaces[name]?.running !== true || world.downLines?.includes(name)) return true;
  const checks = watched.find(({ watch }) => watch.line === name)?.checks ?? [];
  return checks.length > 0 && checks.every(({ key }) => world.unreachable.includes(key));
}
