import { type Command, InvalidArgumentError } from 'commander';
import { type Dialect, parseDialect } from '../../model/index.ts';
import { inAsked } from './language.ts';

export interface DialectOption {
  readonly dialect?: Dialect;
}

/** Adds `--dialect`. */
export const withDialect = (command: Command): Command =>
  command.option('--dialect <v6|v7>', 'read the text as RouterOS 6 or 7', dialectArgument);

function dialectArgument(value: string): Dialect {
  const dialect = parseDialect(value);
  if (!dialect) throw new InvalidArgumentError(inAsked({ en: 'v6 or v7.', id: 'v6 atau v7.' }));
  return dialect;
}
