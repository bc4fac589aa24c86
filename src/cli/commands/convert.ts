import { writeFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { convertRouterOs } from '../../convert/index.ts';
import type { Dialect, RouterOsVersion } from '../../model/index.ts';
import { readRouterOs, writeRouterOs } from '../../rsc/index.ts';
import { hasErrors } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { rscMessages } from '../messages-rsc.ts';
import { dialectArgument, readText, sayFindings } from '../rsc-file.ts';

interface Options {
  readonly to: RouterOsVersion;
  readonly output?: string;
  readonly verbose?: boolean;
  readonly dialect?: Dialect;
}

/** `jalur convert`: the same configuration in the terms of another RouterOS. */
export function register(program: Command): void {
  const { summary, description, file, to, output, verbose, examples } = rscMessages.convert;
  program
    .command('convert')
    .summary(summary)
    .description(description)
    .argument('<file>', file)
    .requiredOption('--to <version>', to, parseTarget)
    .option('-o, --output <file>', output)
    .option('--verbose', verbose)
    .option('--dialect <v6|v7>', rscMessages.dialectOption, dialectArgument)
    .addHelpText('after', examples)
    .action((name: string, options: Options) => {
      process.exitCode = convert(name, options);
    });
}

function parseTarget(value: string): RouterOsVersion {
  const match = /^v?([67])(?:[:.](\d{1,3})(?:\.\d+)?)?$/.exec(value);
  if (!match) throw new InvalidArgumentError(rscMessages.convert.form);
  const dialect = match[1] === '6' ? 'v6' : 'v7';
  const minor = match[2] === undefined ? undefined : Number(match[2]);
  return { dialect, text: '', evidence: ['asked for'], ...(minor !== undefined && { minor }) };
}

function convert(name: string, { to, output, verbose = false, dialect }: Options): number {
  const text = readText(name);
  if (!text) return exitCode.noAnswer;
  const read = readRouterOs(text.text, { ...text, dialect });
  const converted = convertRouterOs(read.router, to);
  const diagnostics = [...read.diagnostics, ...converted.diagnostics];
  sayFindings(text, diagnostics);
  const written = writeRouterOs(converted.router, { version: to, verbose, secrets: read.secrets });
  if (output === undefined) process.stdout.write(written);
  else writeFileSync(output, written, text.encoding);
  if (hasErrors(read.diagnostics)) return exitCode.noAnswer;
  return hasErrors(converted.diagnostics) ? exitCode.bad : exitCode.ok;
}
