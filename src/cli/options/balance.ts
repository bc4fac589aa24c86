import { type Command, Option } from 'commander';
import type { Config } from '../../config/index.ts';
import type { Balance } from '../../gateway/index.ts';

/** Undefined: as an intent says, else PCC. */
export interface BalanceOption {
  readonly balance?: Balance | undefined;
}

const text =
  "how connections are divided where the text has PCC: pcc (by its remainder) or buckets (256 of a hash, as many for each mark as the text's remainders say; when a line dies, its own alone move, to all others)";

/** Adds `--balance`. */
export const withBalance = (command: Command, where = ''): Command =>
  command.addOption(
    new Option('--balance <how>', `${text}${where} (default: what gateway.yaml says, else pcc)`).choices([
      'pcc',
      'buckets',
    ] satisfies Balance[]),
  );

/** How connections are divided: by its option, else as the configuration has it. */
export const balanceOf = ({ balance }: BalanceOption, { run }: Pick<Config, 'run'>): Balance =>
  balance ?? run.balance ?? 'pcc';
