import { type Behaviour, behaviourOf } from '../../compile/index.ts';
import type { Engine } from '../../model/index.ts';
import { type Prepared, prepare } from '../../walk/index.ts';
import type { WalkSubject } from './subject.ts';

/** How the engine that was asked for runs the subject's configuration: as Linux by the program that `plan` prints. */
export function subjectBehaviour({ config, situation }: WalkSubject, engine: Engine, seed = 0): Behaviour {
  return behaviourOf(engine, config.router, situation.rib, situation.world, { seed });
}

/** The subject ready to be walked. `seed`: RouterOS's initval, or the seed of our Linux program. */
export function preparedSubject(subject: WalkSubject, engine: Engine, seed = 0): Prepared {
  const { config, situation, settled } = subject;
  const { world, rib, dead } = situation;
  const behaviour = subjectBehaviour(subject, engine, seed);
  return prepare(config.router, rib, world, { engine: behaviour, seed, dead, ...settled });
}
