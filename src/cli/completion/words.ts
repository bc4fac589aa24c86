import type { Command, Option } from 'commander';

/** One option as a shell completes it. */
export interface OptionWords {
  /** As it is typed: `-e`, `--experiment`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Does a value follow it? */
  readonly takesValue: boolean;
  /** The values that there are, where they can be listed. */
  readonly values: readonly string[];
}

/** One command, `prove` or `lab run`, as a shell completes it. */
export interface CommandWords {
  /** From the program's name on, without it: ['lab', 'run']; the program itself is []. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly options: readonly OptionWords[];
  readonly commands: readonly string[];
  /** The first argument's values, where they can be listed; otherwise it is a file. */
  readonly values: readonly string[];
}

const listed = (choices: readonly string[] | undefined, metavar: string): readonly string[] =>
  choices ?? /<([\w]+(?:\|[\w]+)+)>/.exec(metavar)?.[1]?.split('|') ?? [];

function optionWords({
  short,
  long,
  description,
  required,
  optional,
  argChoices,
  flags,
}: Option): OptionWords {
  return {
    flags: [short, long].filter(flag => flag !== undefined),
    description,
    takesValue: required || optional,
    values: listed(argChoices, flags),
  };
}

/** Every command below `command` and what it takes, itself first. */
export function commandWords(command: Command, path: readonly string[] = []): readonly CommandWords[] {
  const help = command.createHelp();
  const below = help.visibleCommands(command);
  const own: CommandWords = {
    path,
    summary: help.subcommandDescription(command),
    options: help.visibleOptions(command).map(optionWords),
    commands: below.map(child => child.name()),
    values: command.registeredArguments[0]?.argChoices ?? [],
  };
  const real = below.filter(child => child.name() !== 'help');
  return [own, ...real.flatMap(child => commandWords(child, [...path, child.name()]))];
}
