import type { Command } from 'commander';
import { defaultStateDir, removeStateDir } from '../../gateway/index.ts';
import { type AppliedState, openHost, undo } from '../../kernel/index.ts';
import { exitCode } from '../exit-code.ts';
import { messages } from '../messages.ts';

interface Options {
  readonly json?: boolean;
  readonly state?: string;
  readonly dryRun?: boolean;
}

/** `jalur undo`: this network namespace as it was before us. */
export function register(program: Command): void {
  const { summary, description, examples, json, dryRun } = messages.undo;
  program
    .command('undo')
    .summary(summary)
    .description(description)
    .option('--state <dir>', messages.subject.state)
    .option('--dry-run', dryRun)
    .option('--json', json)
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
    process.stdout.write(
      options.json ? `${JSON.stringify({ changes, problems }, null, 2)}\n` : describe({ changes, problems }),
    );
    return problems.length === 0 ? exitCode.ok : exitCode.noAnswer;
  } finally {
    host.close();
  }
}

function describe({ changes, problems }: Pick<AppliedState, 'changes' | 'problems'>): string {
  const { nothing, done, problems: unsolved } = messages.undo;
  const list = (lines: readonly string[]): string => lines.map(line => `  ${line}\n`).join('');
  const head = changes.length === 0 ? nothing : `${done(changes.length)}${list(changes)}`;
  return problems.length === 0 ? head : `${head}${unsolved}${list(problems.map(({ what }) => what))}`;
}
