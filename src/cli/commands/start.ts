import type { Command } from 'commander';
import { parseLanes } from '../lab/lanes.ts';
import { messages } from '../messages.ts';

/** `jalur start`: what `npm start` does. */
export function register(program: Command): void {
  program
    .command('start')
    .summary(messages.start.summary)
    .description(messages.start.description)
    .option('--report <folder>', messages.start.report, 'report')
    .option('--lanes <number>', messages.lab.lanes, parseLanes)
    .addHelpText('after', messages.start.examples)
    .action(async (flags: { readonly report: string; readonly lanes?: number }) => {
      const { startAll } = await import('../lab/start-all.ts');
      process.exitCode = await startAll(flags);
    });
}
