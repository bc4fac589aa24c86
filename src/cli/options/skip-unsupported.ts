import { type Command, InvalidArgumentError } from 'commander';
import { type UnsupportedName, unsupportedNames } from '../../walk/index.ts';
import { inAsked } from './language.ts';

export interface SkipOption {
  readonly skipUnsupported?: readonly UnsupportedName[];
}

/** Adds `--skip-unsupported`. */
export const withSkip = (command: Command): Command =>
  command.option(
    '--skip-unsupported <name>',
    `go without what cannot be enforced on Linux: ${unsupportedNames.join(', ')} (repeatable, or with commas)`,
    collect,
  );

function collect(value: string, before: readonly UnsupportedName[] = []): UnsupportedName[] {
  const names = value.split(',').map(text => {
    const name = unsupportedNames.find(one => one === text);
    if (name) return name;
    throw new InvalidArgumentError(
      inAsked({
        en: `It is one of ${unsupportedNames.join(', ')}.`,
        id: `Salah satu dari ${unsupportedNames.join(', ')}.`,
      }),
    );
  });
  return [...before, ...names];
}
