import { type Prepared, prepare } from '../walk/index.ts';
import type { WalkSubject } from './subject.ts';

/** The subject ready to be walked. `seed`: what RouterOS draws at boot, or the seed of our Linux program. */
export function preparedSubject({ situation, behaviour, settled }: WalkSubject, seed = 0): Prepared {
  const { router, world, rib, dead } = situation;
  return prepare(router, rib, world, { engine: behaviour, seed, dead, ...settled });
}
