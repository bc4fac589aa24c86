import { type Command, Option } from 'commander';
import type { Balance } from '../../gateway/index.ts';

/** Undefined: as an intent says, else PCC. */
export interface BalanceOption {
  readonly balance?: Balance | undefined;
}

export interface SharingOption extends BalanceOption {
  readonly spill?: boolean | undefined;
}

const usual = '(default: what gateway.yaml says, else pcc)';
const text =
  "how connections are divided where the text has PCC: pcc (by its remainder) or buckets (256 of a hash, as many for each mark as the text's remainders say; when a line dies, its own alone move, to all others)";
const followed = ', or adaptive (buckets whose numbers follow what the lines deliver)';
const spillText =
  'new connections avoid lines that are full while others are not; needs --balance buckets or adaptive';

const option = (about: string): Option => new Option('--balance <how>', `${text}${about} ${usual}`);

/** Adds `--balance`. */
export const withBalance = (command: Command, where = ''): Command =>
  command.addOption(option(where).choices(['pcc', 'buckets'] satisfies Balance[]));

/** Adds `--balance` and `--spill` of a gateway that runs. */
export const withSharing = (command: Command): Command =>
  command
    .addOption(option(followed).choices(['pcc', 'buckets', 'adaptive'] satisfies Balance[]))
    .option('--spill', spillText);
