import { type Command, InvalidArgumentError } from 'commander';
import { messages } from '../messages.ts';

/** What `jalur lab run` was told. */
interface RunFlags {
  readonly experiment?: readonly string[];
  readonly json?: string;
  readonly html?: string;
  readonly keep?: boolean;
  readonly lanes?: number;
}

const listed = (text: string): readonly string[] => text.split(',').map(word => word.trim());

function lanes(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new InvalidArgumentError(messages.lab.lanesRange);
}

/** `jalur lab run`, `jalur lab up`. */
export function register(program: Command): void {
  const lab = program.command('lab').summary(messages.lab.summary).description(messages.lab.description);
  lab
    .command('run')
    .argument('<path>', messages.lab.path)
    .summary(messages.lab.run)
    .description(messages.lab.runDescription)
    .option('-e, --experiment <names>', messages.lab.experiment, listed)
    .option('--json <file>', messages.lab.json)
    .option('--html <file>', messages.lab.html)
    .option('--keep', messages.lab.keep)
    .option('--lanes <number>', messages.lab.lanes, lanes)
    .addHelpText('after', messages.lab.runExamples)
    .action(async (path: string, flags: RunFlags) => {
      const { runLab } = await import('../lab/run-lab.ts');
      process.exitCode = await runLab(path, flags);
    });
  lab
    .command('up')
    .argument('<path>', messages.lab.path)
    .summary(messages.lab.up)
    .description(messages.lab.upDescription)
    .addHelpText('after', messages.lab.upExamples)
    .action(async (path: string) => {
      const { upLab } = await import('../lab/keep-lab.ts');
      process.exitCode = await upLab(path);
    });
}
