import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { behaviourOf } from '../../src/compile/index.ts';
import type { Engine, Router } from '../../src/model/index.ts';
import { assumedWorld, type Fault, type Lease, situationOf, type World } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { type Prepared, prepare, type WalkOptions } from '../../src/walk/index.ts';

export type ExampleFile =
  | 'paper/paper.rsc'
  | 'paper-fixed/paper-fixed.rsc'
  | 'paper-fixed/paper-fixed-v6.rsc';

/** A gateway of examples/ with both leases bound. */
export function example(file: ExampleFile): { readonly router: Router; readonly world: World } {
  const path = fileURLToPath(new URL(`../../examples/${file}`, import.meta.url));
  const { router } = readRouterOs(readFileSync(path, 'utf8'), { file: file.replace(/^.*\//, '') });
  return { router, world: worldOf(router) };
}

function worldOf(router: Router): World {
  const lease = (name: string, net: `${number}.${number}.${number}`): Lease => ({
    interface: name,
    address: { address: `${net}.254`, length: 24 },
    gateway: `${net}.1`,
    dns: [],
    leaseTime: 3_600_000,
  });
  return assumedWorld(router, { leases: [lease('ether1', '10.10.10'), lease('ether2', '20.20.20')] });
}

type WalkedAs = Partial<Omit<WalkOptions, 'engine'>> & { readonly engine?: Engine };

/** That gateway, ready to walk. */
export function preparedExample(
  file: ExampleFile,
  faults: readonly Fault[] = [],
  options: WalkedAs = {},
): Prepared {
  return preparedRouter(example(file).router, faults, options);
}

/** Any gateway with the examples' leases, ready to walk. */
export function preparedRouter(
  router: Router,
  faults: readonly Fault[] = [],
  { engine = 'routeros', ...options }: WalkedAs = {},
): Prepared {
  const { world, rib, dead } = situationOf(router, worldOf(router), faults);
  return prepare(router, rib, world, {
    engine: behaviourOf(engine, router, rib, world),
    seed: 0,
    dead,
    ...options,
  });
}
