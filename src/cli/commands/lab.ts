import type { Command } from 'commander';
import type { Language } from '../../text/index.ts';
import { parseLanguage } from '../lab/language.ts';
import { parseParallel } from '../lab/parallel.ts';
import type { RunFlags } from '../lab/run-lab.ts';
import { messages } from '../messages.ts';

const listed = (text: string): readonly string[] => text.split(',').map(word => word.trim());

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
    .option('--parallel <number>', messages.lab.parallel, parseParallel)
    .option('--lang <en|id>', messages.lab.language, parseLanguage)
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
    .option('--lang <en|id>', messages.lab.language, parseLanguage)
    .action(async (path: string, { lang = 'en' }: { readonly lang?: Language }) => {
      const { upLab } = await import('../lab/keep-lab.ts');
      process.exitCode = await upLab(path, lang);
    });
}
