import { type Command, InvalidArgumentError } from 'commander';
import { convertRouterOs } from '../../convert/index.ts';
import type { RouterOsVersion } from '../../model/index.ts';
import { readRouterOs, writeRouterOs } from '../../rsc/index.ts';
import { hasErrors } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { type DialectOption, withDialect } from '../options/dialect.ts';
import { readText, sayFindings, writeText } from '../rsc-file.ts';

interface Options extends DialectOption {
  readonly to: RouterOsVersion;
  readonly output?: string;
  readonly verbose?: boolean;
}

const examples = `
Examples:
  jalur convert office-v6.rsc --to v7 -o office-v7.rsc
  jalur convert office.rsc --to v7:16`;

/** `jalur convert`: the same configuration in the terms of another RouterOS. */
export function register(command: Command): void {
  withDialect(command)
    .description(
      'Rewrites a configuration for another RouterOS: routing marks and tables, rules, ECMP, scopes, gateway checks, DHCP default routes. Reports what the target version cannot express; exit code 1 where that changes what the configuration does.',
    )
    .argument('<file>', 'RouterOS text')
    .requiredOption('--to <version>', 'target: v6, v7, or v7:18 for 7.18', parseTarget)
    .option('-o, --output <file>', 'write to this file instead of standard output')
    .option('--verbose', 'write defaults too')
    .addHelpText('after', examples)
    .action((name: string, options: Options) => {
      process.exitCode = convert(name, options);
    });
}

function parseTarget(value: string): RouterOsVersion {
  const match = /^v?([67])(?:[:.](\d{1,3})(?:\.\d+)?)?$/.exec(value);
  if (!match) throw new InvalidArgumentError('v6, v7 or v7:18 is the form.');
  const dialect = match[1] === '6' ? 'v6' : 'v7';
  const minor = match[2] === undefined ? undefined : Number(match[2]);
  return { dialect, text: '', evidence: ['asked for'], ...(minor !== undefined && { minor }) };
}

function convert(name: string, { to, output, verbose = false, dialect }: Options): number {
  const text = readText(name);
  if (!text) return exitCode.noAnswer;
  const read = readRouterOs(text.text, { ...text, dialect });
  if (hasErrors(read.diagnostics)) {
    sayFindings(text, read.diagnostics);
    return exitCode.noAnswer;
  }
  const converted = convertRouterOs(read.router, to);
  sayFindings(text, [...read.diagnostics, ...converted.diagnostics]);
  const written = writeRouterOs(converted.router, { version: to, verbose, secrets: read.secrets });
  if (output === undefined) process.stdout.write(written);
  else if (!writeText(output, written, text.encoding)) return exitCode.noAnswer;
  return hasErrors(converted.diagnostics) ? exitCode.bad : exitCode.ok;
}
