import type { Command } from 'commander';
import { listed, withExports, withRuns } from '../lab/run-options.ts';
import type { StartFlags } from '../lab/start-all.ts';
import { withLanguage } from '../options/language.ts';
import { anyPort } from '../web/port.ts';

const examples = `
Examples:
  jalur start
  jalur start --open                    afterwards its pages, until Ctrl-C
  jalur start --report /tmp/report --parallel 4
  jalur start --repeat 3 --csv tables`;

/** `jalur start`: what `npm start` does. */
export function register(command: Command): void {
  withLanguage(withExports(withRuns(command)), 'language of the report and of the progress: en or id')
    .description(
      "Runs every experiment on the paper's gateway and on its repaired version (in the experiments where that shows also at jalur's own pace), several labs at a time, and writes the reports. About three minutes, as often as --repeat says; what npm start does.",
    )
    .option('--report <folder>', 'folder for the reports', 'report')
    .option(
      '-e, --experiment <names>',
      'only these, comma-separated: addressing, ping, balance, failover, speed, filter, methods',
      listed,
    )
    .option(
      '--open',
      'afterwards keep the repaired gateway in its lab and serve its pages on this machine alone, until Ctrl-C; the login is printed and kept nowhere',
    )
    .option(
      '--port <port>',
      'the TCP port of these pages (default: 8443, or another one that is free)',
      anyPort,
    )
    .addHelpText('after', examples)
    .action(async (flags: StartFlags) => {
      const { startAll } = await import('../lab/start-all.ts');
      process.exitCode = await startAll(flags);
    });
}
