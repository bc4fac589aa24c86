import type { Command } from 'commander';
import type { ConfigOptions } from '../../config/index.ts';
import { type DialectOption, withDialect } from '../options/dialect.ts';

/** What a user says beside the text; the same for every command that reads a configuration. */
export interface ReadingOptions extends DialectOption {
  /** Ports that are WANs, and those that are LANs, instead of what the text shows. */
  readonly wan?: readonly string[];
  readonly lan?: readonly string[];
}

/** Adds the options of `ReadingOptions`. */
export function withReading(command: Command): Command {
  return withDialect(command)
    .option(
      '--wan <interfaces>',
      'the WAN ports, instead of what the text shows: ether1,ether2',
      collectNames,
    )
    .option('--lan <interfaces>', 'the LAN ports, instead of what the text shows: bridge', collectNames);
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
