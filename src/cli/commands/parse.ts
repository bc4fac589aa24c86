import { type Command, InvalidArgumentError } from 'commander';
import type { TextFile } from '../../config/index.ts';
import type { Dialect, RouterOsVersion } from '../../model/index.ts';
import { type ReadResult, readRouterOs, writeRouterOs } from '../../rsc/index.ts';
import { hasErrors, jsonDiagnostic } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { rscMessages } from '../messages-rsc.ts';
import { dialectArgument, readText, sayFindings } from '../rsc-file.ts';

interface Options {
  readonly json?: boolean;
  readonly print?: boolean;
  readonly dialect?: Dialect;
}

/** `jalur parse`: what of a text was understood. */
export function register(program: Command): void {
  const { summary, description, files, json, print, examples } = rscMessages.parse;
  program
    .command('parse')
    .summary(summary)
    .description(description)
    .argument('<file...>', files)
    .option('--json', json)
    .option('--print', print)
    .option('--dialect <v6|v7>', rscMessages.dialectOption, dialectArgument)
    .addHelpText('after', examples)
    .action((names: readonly string[], options: Options) => {
      if (options.json && options.print) throw new InvalidArgumentError(rscMessages.parse.exclusive);
      process.exitCode = parseAll(names, options);
    });
}

function parseAll(names: readonly string[], options: Options): number {
  const texts = names.map(readText).filter(text => text !== undefined);
  const results = texts.map(text => ({
    text,
    result: readRouterOs(text.text, { ...text, dialect: options.dialect }),
  }));
  const unread = texts.length < names.length || results.some(({ result }) => hasErrors(result.diagnostics));
  if (options.json) {
    const files = results.map(({ text, result }) => summary(text, result));
    process.stdout.write(`${JSON.stringify({ files }, null, 2)}\n`);
    return unread ? exitCode.noAnswer : exitCode.ok;
  }
  for (const { text, result } of results) show(text, result, options);
  return unread ? exitCode.noAnswer : exitCode.ok;
}

function versionName({ text, dialect }: RouterOsVersion): string {
  return text === '' ? dialect : text;
}

function summary({ file }: TextFile, { version, counts, diagnostics }: ReadResult) {
  return {
    file,
    version: versionName(version),
    evidence: version.evidence,
    ...counts,
    diagnostics: diagnostics.map(jsonDiagnostic),
  };
}

function show(text: TextFile, result: ReadResult, { print }: Options): void {
  sayFindings(text, result.diagnostics);
  const { router, secrets, version, counts } = result;
  const { version: versionLine, counts: countsLine } = rscMessages.parse;
  const lines = [
    text.file,
    `  ${versionLine(versionName(version), version.evidence)}`,
    `  ${countsLine(counts)}`,
  ];
  process.stdout.write(print ? writeRouterOs(router, { secrets }) : `${lines.join('\n')}\n`);
}
