import type { Command } from 'commander';
import type { Config } from '../../config/index.ts';
import type { Situation, World, WorldAssumption } from '../../rib/index.ts';
import { assumptionsOf, placeOf } from '../../walk/index.ts';
import { walkMessages } from '../messages-walk.ts';
import { basisOf, readSubject, type SubjectOptions, withSubject } from '../subject.ts';
import { collectAssumption } from './parse.ts';

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
  /** Answers to what is open. */
  readonly assume: Readonly<Record<string, string>>;
}

export interface WalkSubjectOptions extends SubjectOptions {
  /** Answers to what is open. */
  readonly assume: Readonly<Record<string, string>>;
  /** No answer rather than one that depends on something. */
  readonly strict?: boolean;
}

/** Adds the argument and the options that `readWalkSubject` takes, and those that settle what is open. */
export function withWalkSubject(command: Command): Command {
  return withSubject(command)
    .option('--assume <question=answer>', walkMessages.explain.assume, collectAssumption, {})
    .option('--strict', walkMessages.explain.strict);
}

/** Reads a configuration; undefined where it must not be used, which has been said then. */
export async function readWalkSubject(
  path: string,
  options: WalkSubjectOptions,
): Promise<WalkSubject | undefined> {
  const subject = await readSubject(path, options);
  if (!subject) return undefined;
  const { config, world, situation, assumptions: open } = subject;
  const unseen = assumptionsOf(config.router).map(({ text, origin }) => `${placeOf(origin)}: ${text}`);
  const assumptions = [...basisOf(subject), ...unseen];
  return { config, world, situation, open, assumptions, assume: options.assume };
}
