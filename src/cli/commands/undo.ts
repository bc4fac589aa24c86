import type { Command } from 'commander';
import { defaultStateDir, removeStateDir } from '../../gateway/index.ts';
import { type AppliedState, openHost, undo } from '../../kernel/index.ts';
import { counted } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { jsonText } from '../output/json.ts';
import { stateText } from '../world/options.ts';

interface Options extends JsonOption {
  readonly state?: string;
  readonly dryRun?: boolean;
}

const examples = `
Examples:
  sudo jalur undo
  sudo ip netns exec office jalur undo            in another network namespace`;

/** `jalur undo`: this network namespace as it was before us. */
export function register(command: Command): void {
  withJson(command)
    .description(
      'Removes from this network namespace everything that jalur made (nftables table, routes, rules, queues, addresses it added) and restores what it had changed. Nothing else is touched.',
    )
    .option('--state <dir>', stateText)
    .option('--dry-run', 'only say what would be removed or restored')
    .addHelpText('after', examples)
    .action((options: Options) => {
      process.exitCode = takeBack(options);
    });
}

function takeBack(options: Options): number {
  const stateDir = options.state ?? defaultStateDir();
  const host = openHost({ stateDir });
  try {
    const { changes, problems } = undo(host, { dry: options.dryRun });
    if (problems.length === 0 && !options.dryRun) removeStateDir(stateDir);
    process.stdout.write(options.json ? jsonText({ changes, problems }) : describe({ changes, problems }));
    return problems.length === 0 ? exitCode.ok : exitCode.noAnswer;
  } finally {
    host.close();
  }
}

function describe({ changes, problems }: Pick<AppliedState, 'changes' | 'problems'>): string {
  const list = (lines: readonly string[]): string => lines.map(line => `  ${line}\n`).join('');
  const head =
    changes.length === 0
      ? 'jalur has nothing in this network namespace; nothing was changed.\n'
      : `Removed or restored ${counted(changes.length, 'thing')}:\n${list(changes)}`;
  return problems.length === 0
    ? head
    : `${head}These could not be removed:\n${list(problems.map(({ what }) => what))}`;
}
