import type { Config } from '../../config/index.ts';
import type { Situation, World, WorldAssumption } from '../../rib/index.ts';
import { assumptionsOf, placeOf } from '../../walk/index.ts';
import { basisOf, readSubject, type SubjectOptions } from '../subject.ts';

export { findInterface } from '../world/names.ts';

/** A configuration in a state of the world, ready to be walked, and what had to be assumed for that. */
export interface WalkSubject {
  readonly config: Config;
  readonly world: World;
  readonly situation: Situation;
  /** Assumptions about the world, as data. */
  readonly open: readonly WorldAssumption[];
  /** What the walk rests on, as sentences. */
  readonly assumptions: readonly string[];
}

export type WalkSubjectOptions = SubjectOptions;

/** Reads a configuration; undefined where it must not be used, which has been said then. */
export async function readWalkSubject(
  path: string,
  options: WalkSubjectOptions,
): Promise<WalkSubject | undefined> {
  const subject = await readSubject(path, options);
  if (!subject) return undefined;
  const { config, world, situation, assumptions: open } = subject;
  const unseen = assumptionsOf(config.router).map(({ text, origin }) => `${placeOf(origin)}: ${text}`);
  return { config, world, situation, open, assumptions: [...basisOf(subject), ...unseen] };
}
