import type { Command } from 'commander';
import {
  allWell,
  areQuestions,
  type SaidOfWalk,
  type WalkSubject,
  type Wanted,
  walkSubjectOf,
} from '../../answers/index.ts';
import { runsOnLinux } from '../../model/index.ts';
import { type BalanceOption, withBalance } from '../options/balance.ts';
import { withEngine } from '../options/engine.ts';
import { complain } from '../output/complain.ts';
import { readSubject, type SubjectOptions, withSubject, withSubjectOptions } from '../subject.ts';
import { collectAssumption, momentArgument } from './parse.ts';

export interface WalkSubjectOptions extends SubjectOptions, BalanceOption, Omit<SaidOfWalk, 'balance'> {}

/** Adds the argument and the options that `readWalkSubject` takes, and those that settle what is open. */
export function withWalkSubject(command: Command): Command {
  return withWalkOptions(withSubject(command));
}

/** Adds the arguments and the options that `readWalkSubjects` takes. */
export function withWalkSubjects(command: Command): Command {
  return withWalkOptions(
    withSubjectOptions(
      command
        .argument('<before>', 'RouterOS configuration (- is standard input), or a folder with one or more')
        .argument('<after>', 'the configuration as it shall be'),
    ),
  );
}

function withWalkOptions(command: Command): Command {
  return withBalance(withEngine(command), '; needs --engine linux')
    .option(
      '--assume <question=answer>',
      'settle what is open: limit=above, limit@12=above for the rule of line 12 (repeatable)',
      collectAssumption,
      {},
    )
    .option(
      '--at <moment>',
      'the moment that is asked about, for time= conditions: "mon 14:00"',
      momentArgument,
    );
}

/** Reads a configuration; undefined where it must not be used, which has been said then. */
export async function readWalkSubject(
  paths: readonly string[],
  options: WalkSubjectOptions,
  wanted: Pick<Wanted, 'anything' | 'config'> = {},
): Promise<WalkSubject | undefined> {
  const subject = await readUnchecked(paths, options, wanted);
  return subject && areQuestions([subject], options.assume, complain) ? subject : undefined;
}

/** Two configurations: what is answered must be open in one of them. `before` is looked at with nothing wrong. */
export async function readWalkSubjects(
  before: string,
  after: string,
  options: WalkSubjectOptions,
): Promise<readonly [WalkSubject, WalkSubject] | undefined> {
  const old = await readUnchecked([before], { ...options, ...allWell });
  const now = await readUnchecked([after], options);
  return old && now && areQuestions([old, now], options.assume, complain) ? [old, now] : undefined;
}

async function readUnchecked(
  paths: readonly string[],
  options: WalkSubjectOptions,
  wanted: Pick<Wanted, 'anything' | 'config'> = {},
): Promise<WalkSubject | undefined> {
  const { assume, engine, balance = 'pcc' } = options;
  if (balance !== 'pcc' && !runsOnLinux(engine)) {
    complain({
      en: `--balance ${balance} is what jalur does on Linux: add --engine linux.`,
      id: `--balance ${balance} adalah yang dilakukan jalur di Linux: tambahkan --engine linux.`,
    });
    return undefined;
  }
  const subject = await readSubject(paths, options, { ...wanted, engine, assume });
  return subject && walkSubjectOf(subject, options);
}
