import type { Command } from 'commander';
import type { ConfigOptions } from '../../config/index.ts';
import type { Dialect } from '../../model/index.ts';
import { messages } from '../messages.ts';
import { dialectArgument } from '../rsc-file.ts';

/** What a user says beside the text; the same for every command that reads a configuration. */
export interface ReadingOptions {
  readonly dialect?: Dialect;
  /** Ports that are WANs, and those that are LANs, instead of what the text shows. */
  readonly wan?: readonly string[];
  readonly lan?: readonly string[];
}

/** Adds the options of `ReadingOptions`. */
export function withReading(command: Command): Command {
  const { wan, lan, dialect } = messages.subject;
  return command
    .option('--wan <interfaces>', wan, collectNames)
    .option('--lan <interfaces>', lan, collectNames)
    .option('--dialect <v6|v7>', dialect, dialectArgument);
}

export const configOptions = ({ dialect, wan, lan }: ReadingOptions): ConfigOptions => ({
  dialect,
  wans: wan,
  lans: lan,
});

/** `ether1,ether2`, also given several times. */
const collectNames = (value: string, list: readonly string[] = []): string[] => [
  ...list,
  ...value.split(',').filter(name => name !== ''),
];
