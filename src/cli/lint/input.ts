import { lintInputOf as inputOf, type SaidOfLint } from '../../answers/index.ts';
import type { TextFile } from '../../config/index.ts';
import type { Topology } from '../../lab/index.ts';
import { complain } from '../output/complain.ts';
import { topologyLeases } from '../world/sources.ts';

/** What a user says beside a text that is linted. */
export interface LintReading extends SaidOfLint {
  /** The bench beside the text. */
  readonly topology?: Topology | undefined;
}

/** A text as it is read, and what its rules are asked of; undefined where an option names no port of it, which has been said. */
export const lintInputOf = (text: TextFile, { topology, ...said }: LintReading) =>
  inputOf(text, said, config => topologyLeases(config, topology), complain);
