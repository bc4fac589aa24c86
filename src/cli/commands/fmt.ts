import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { formatRouterOs } from '../../rsc/index.ts';
import { exitCode } from '../exit-code.ts';
import { rscMessages } from '../messages-rsc.ts';
import { readText, sayFindings } from '../rsc-file.ts';

interface Options {
  readonly check?: boolean;
}

/** `jalur fmt`: layout only. */
export function register(program: Command): void {
  const { summary, description, files, check, examples } = rscMessages.fmt;
  program
    .command('fmt')
    .summary(summary)
    .description(description)
    .argument('<file...>', files)
    .option('--check', check)
    .addHelpText('after', examples)
    .action((names: readonly string[], options: Options) => {
      process.exitCode = Math.max(...names.map(name => format(name, options.check ?? false)));
    });
}

/** Exit code for one file: tidy now (with `check`: was tidy already), untidy, or not to be read. */
function format(name: string, check: boolean): number {
  const file = readText(name);
  if (!file) return exitCode.noAnswer;
  const { text, errors } = formatRouterOs(file.text, name);
  sayFindings(file, errors);
  if (errors.length > 0) return exitCode.noAnswer;
  if (text === file.text) return exitCode.ok;
  process.stdout.write(check ? rscMessages.fmt.untidy(name) : rscMessages.fmt.changed(name));
  if (!check) writeFileSync(name, text, file.encoding);
  return check ? exitCode.bad : exitCode.ok;
}
