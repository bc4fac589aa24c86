import { readFileSync } from 'node:fs';
import type { Router } from '../../src/model/index.ts';
import { type Proof, prove } from '../../src/prove/index.ts';
import { assumedWorld, computeRib, type World } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { type Prepared, prepare } from '../../src/walk/index.ts';

/** A file of this folder with more text behind it, read by what its own text shows, in the world that is assumed for it. */
export function readCase(file: string, more = ''): { readonly router: Router; readonly world: World } {
  const { router } = readRouterOs(`${caseText(file)}${more}`, { file });
  return { router, world: assumedWorld(router, {}) };
}

/** The text of a file of this folder. */
export const caseText = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

/** What is proved of a file of this folder, as RouterOS. */
export function proofOf(file: string, more = ''): Proof {
  const { router, world } = readCase(file, more);
  return prove(router, world, { engine: 'routeros' });
}

/** A file of this folder ready to be walked. */
export function preparedCase(file: string): Prepared {
  const { router, world } = readCase(file);
  return prepare(router, computeRib(router, world), world, { engine: 'routeros', seed: 0 });
}
