import type { Command } from 'commander';
import { parseLanguage } from '../lab/language.ts';
import { parseParallel } from '../lab/parallel.ts';
import type { StartFlags } from '../lab/start-all.ts';
import { messages } from '../messages.ts';

/** `jalur start`: what `npm start` does. */
export function register(program: Command): void {
  program
    .command('start')
    .summary(messages.start.summary)
    .description(messages.start.description)
    .option('--report <folder>', messages.start.report, 'report')
    .option('--parallel <number>', messages.lab.parallel, parseParallel)
    .option('--lang <en|id>', messages.lab.language, parseLanguage)
    .addHelpText('after', messages.start.examples)
    .action(async (flags: StartFlags) => {
      const { startAll } = await import('../lab/start-all.ts');
      process.exitCode = await startAll(flags);
    });
}
