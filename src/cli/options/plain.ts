import type { Command } from 'commander';

export interface PlainOption {
  readonly plain?: boolean;
}

/** Adds `--plain`. */
export const withPlain = (command: Command): Command =>
  command.option(
    '--plain',
    'have every packet asked by every rule; else an established connection keeps what mangle prerouting decided about it, and the counters of those rules show what was asked',
  );
