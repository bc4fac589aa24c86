import { type Command, Option } from 'commander';

export interface PlainOption {
  readonly plain?: boolean;
  readonly counters?: 'exact';
}

/** Adds `--plain` and `--counters`. */
export const withPlain = (command: Command): Command =>
  command
    .option(
      '--plain',
      'have every packet asked by every rule; else an established connection keeps what mangle prerouting decided about it, and the counters of those rules show what was asked',
    )
    .addOption(
      new Option(
        '--counters <how>',
        'exact: have each rule count every packet that it is about, so that no connection keeps decisions',
      ).choices(['exact']),
    );
