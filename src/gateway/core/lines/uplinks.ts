import { isDeviceName, lineField } from '../../../linux/index.ts';
import { rolesOf } from '../../../model/index.ts';
import type { World } from '../../../rib/index.ts';
import type { RunConfig } from '../event.ts';
import { gatewayBy } from './found-targets.ts';
import type { Line } from './line.ts';
import type { Reached } from './lines-of.ts';
import type { Uplink } from './uplink.ts';

/**
 * The WANs as lines that connections leave by, at jalur's pace. `watched`: lines whose probes are known of; `before`: as they
 * were, whose numbers connections carry. More lines than there are numbers have none, and their connections are left alone.
 */
export function uplinksOf(
  reached: Reached,
  config: Pick<RunConfig, 'pace' | 'autoHealth'>,
  watched: readonly Line[],
  before: readonly Uplink[] = [],
): readonly Uplink[] {
  if (config.pace !== 'jalur') return [];
  const names = rolesOf(reached.router).wans.filter(isDeviceName);
  const numbers = numbered(names, before);
  const context = { ...reached, isAuto: config.autoHealth === true };
  return names.flatMap((name): Uplink[] => {
    const number = numbers.get(name);
    if (number === undefined) return [];
    const known = before.find(one => one.interface === name);
    const isDead = isDeadLine(name, reached.world, watched);
    const gateway = gatewayBy(name, context);
    return [{ interface: name, number, gateway, isDead, wasAlive: !isDead || known?.wasAlive === true }];
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
