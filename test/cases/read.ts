import { readFileSync } from 'node:fs';
import type { Router } from '../../src/model/index.ts';
import { type Proof, prove } from '../../src/prove/index.ts';
import { assumedWorld, computeRib, type World } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { type Prepared, prepare } from '../../src/walk/index.ts';

/** A file of this folder, read by what its own text shows, in the world that is assumed for it. */
export function readCase(file: string): { readonly router: Router; readonly world: World } {
  const { router } = readRouterOs(readFileSync(new URL(file, import.meta.url), 'utf8'), { file });
  return { router, world: assumedWorld(router, {}) };
}

/** What is proved of a file of this folder, as RouterOS. */
export function proofOf(file: string): Proof {
  const { router, world } = readCase(file);
  return prove(router, world, { engine: 'routeros' });
}

/** A file of this folder ready to be walked. */
export function preparedCase(file: string): Prepared {
  const { router, world } = readCase(file);
  return prepare(router, computeRib(router, world), world, { engine: 'routeros', seed: 0 });
}
