import type { Fault } from '../../rib/index.ts';
import { type Prepared, prepare, settleAfter, settleWell } from '../../walk/index.ts';
import type { WalkSubject } from './subject.ts';

/** The subject ready to be walked. `seed`: what RouterOS draws at boot, or the seed of our Linux program. */
export function preparedSubject({ situation, behaviour, settled }: WalkSubject, seed = 0): Prepared {
  const { router, world, rib, dead } = situation;
  return prepare(router, rib, world, { engine: behaviour, seed, dead, ...settled });
}

/** The same as RouterOS would be once that has happened. */
export function preparedAfter({ config, world: start, settled }: WalkSubject, fault: Fault): Prepared {
  const { assume } = settled;
  const well = settleWell(config.router, start, { assume });
  const { router, world, rib, dead } = settleAfter(well, [fault], { assume });
  return prepare(router, rib, world, { engine: 'routeros', seed: 0, dead, ...settled });
}
