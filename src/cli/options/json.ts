import type { Command } from 'commander';

export interface JsonOption {
  readonly json?: boolean;
}

/** Adds `--json`. */
export const withJson = (command: Command, what = 'as JSON'): Command => command.option('--json', what);
