import type { Config } from '../../config/index.ts';
import type { Router } from '../../model/index.ts';
import { splitPrefix } from '../../net/index.ts';
import {
  assumedWorld,
  type Fault,
  type Lease,
  type Situation,
  situationOf,
  type World,
} from '../../rib/index.ts';
import { assumptionsOf, interfaceNamed, placeOf } from '../../walk/index.ts';
import { walkMessages } from '../messages-walk.ts';
import { readSubject, type SubjectOptions } from '../subject.ts';

/** A configuration in a state of the world, ready to be walked, and what had to be assumed for that. */
export interface WalkSubject {
  readonly config: Config;
  readonly world: World;
  readonly situation: Situation;
  readonly assumptions: readonly string[];
}

export interface WalkSubjectOptions extends SubjectOptions {
  /** WANs behind which nothing answers. */
  readonly dead?: readonly string[];
}

/** Reads a configuration; undefined where it must not be used, which has been said then. */
export async function readWalkSubject(
  path: string,
  options: WalkSubjectOptions,
): Promise<WalkSubject | undefined> {
  const subject = await readSubject(path, { ...options, down: [] });
  if (!subject) return undefined;
  const { config, basis } = subject;
  const imagined = await imaginedLeases(config, subject.world);
  const world = imagined.length === 0 ? subject.world : withLeases(config.router, subject.world, imagined);
  const faults = namedFaults(config.router, world, options);
  if (!faults) return undefined;
  const situation = situationOf(config.router, world, faults, config);
  return {
    config,
    world,
    situation,
    assumptions: [
      basis,
      ...imagined.map(leaseText),
      ...faults.map(faultText),
      ...assumptionsOf(config.router).map(({ text, origin }) => `${placeOf(origin)}: ${text}`),
    ],
  };
}

/** DHCP clients without a lease get what the bench that fits the configuration would give them. */
async function imaginedLeases({ router, file }: Config, { leases }: World): Promise<Lease[]> {
  const without = router.dhcpClients.filter(({ disabled, interface: name }) => !disabled && !leases[name]);
  if (without.length === 0) return [];
  const { deriveTopology } = await import('../../lab/index.ts');
  const isps = deriveTopology(router, file)?.isps ?? [];
  return isps.flatMap(({ interface: name, network, gateway, lease: [address] }) => {
    if (address === undefined || !without.some(client => client.interface === name)) return [];
    const length = splitPrefix(network).length;
    return [{ interface: name, address: { address, length }, gateway, dns: [], leaseTime: 3_600_000 }];
  });
}

function withLeases(router: Router, world: World, more: readonly Lease[]): World {
  return assumedWorld(router, {
    leases: [...Object.values(world.leases), ...more],
    unreachable: world.unreachable,
  });
}

const leaseText = ({ interface: name, address, gateway }: Lease): string =>
  walkMessages.explain.assumedLease(name, `${address.address}/${address.length}`, gateway ?? '');

const faultText = ({ interface: name, kind }: Fault): string =>
  kind === 'unplugged' ? `${name} is unplugged.` : `Nothing behind ${name} answers, though its link is up.`;

function namedFaults(router: Router, world: World, options: WalkSubjectOptions): Fault[] | undefined {
  const down = options.down.map(word => ({ word, kind: 'unplugged' as const }));
  const dead = (options.dead ?? []).map(word => ({ word, kind: 'upstream' as const }));
  const faults: Fault[] = [];
  for (const { word, kind } of [...down, ...dead]) {
    const name = findInterface(router, world, word);
    if (name === undefined) return undefined;
    faults.push({ interface: name, kind });
  }
  return faults;
}

/** The interface that a word on the command line means; undefined where there is none, which has been said then. */
export function findInterface(router: Router, world: World, word: string): string | undefined {
  const known = [
    ...new Set([...Object.keys(world.interfaces), ...router.interfaces.map(({ name }) => name)]),
  ];
  const found = interfaceNamed(router, known, word);
  if (found === undefined) process.stderr.write(walkMessages.explain.noInterface(word, known));
  return found;
}
