import type { Command } from 'commander';
import { formatRouterOs } from '../../rsc/index.ts';
import { exitCode } from '../exit-code.ts';
import { readText, sayFindings, writeText } from '../rsc-file.ts';

interface Options {
  readonly check?: boolean;
}

const examples = `
Examples:
  jalur fmt office.rsc
  jalur fmt --check *.rsc`;

/** `jalur fmt`: layout only. */
export function register(command: Command): void {
  command
    .description(
      'Reformats files in place: one statement a line, wrapped like an export. Only the layout changes; a file with syntax errors is left as it is.',
    )
    .argument('<file...>', 'RouterOS text')
    .option('--check', 'change nothing; exit code 1 where a file is not formatted')
    .addHelpText('after', examples)
    .action((names: readonly string[], options: Options) => {
      process.exitCode = Math.max(...names.map(name => format(name, options.check ?? false)));
    });
}

/** Exit code for one file: formatted (with `check`: was so already), not formatted, or not readable. */
function format(name: string, check: boolean): number {
  const file = readText(name);
  if (!file) return exitCode.noAnswer;
  const { text, errors } = formatRouterOs(file.text, name);
  sayFindings(file, errors);
  if (errors.length > 0) return exitCode.noAnswer;
  if (text === file.text) return exitCode.ok;
  if (!check && !writeText(name, text, file.encoding)) return exitCode.noAnswer;
  process.stdout.write(check ? `not formatted: ${name}\n` : `formatted ${name}\n`);
  return check ? exitCode.bad : exitCode.ok;
}
