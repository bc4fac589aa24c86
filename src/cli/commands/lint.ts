import { type Command, InvalidArgumentError, Option } from 'commander';
import type { TextFile } from '../../config/index.ts';
import { packageVersion } from '../../files/index.ts';
import {
  type FormatName,
  formatNames,
  formats,
  groups,
  isAtLeast,
  type LintedFile,
  lint,
  type Report,
  rules,
  severities,
  verdictOf,
} from '../../lint/index.ts';
import type { Severity } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { explainRule } from '../lint/explain.ts';
import { lintedFiles } from '../lint/files.ts';
import { lintInputOf } from '../lint/input.ts';
import { lintText } from '../lint/text.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { type LanguageOption, withLanguage } from '../options/language.ts';
import { printJson } from '../output/json.ts';
import { readText } from '../rsc-file.ts';
import { type ReadingOptions, withReading } from '../world/reading.ts';

interface Options extends ReadingOptions, JsonOption, LanguageOption {
  readonly format: FormatName | 'text';
  readonly only?: readonly string[];
  readonly severity: Severity;
  readonly failOn: Severity | 'never';
  readonly explain?: string;
}

const examples = `
Examples:
  jalur lint examples/paper                       what is wrong, worst first, with what mends it
  jalur lint --format sarif examples/paper        for code hosts and editors
  jalur lint --only pcc,routes examples/paper     two groups of rules alone
  jalur lint --explain pcc/remainder-missing      one rule: wrong, right, why, when not
A finding that is meant: a comment before its statement, # jalur-ignore rule-id: reason
(# jalur-ignore-file for the whole text).`;

/** `jalur lint`: what is wrong with a configuration, why, and what mends it. */
export function register(command: Command): void {
  withLanguage(withReading(withJson(command, 'the same as --format json')))
    .description(
      'Finds mistakes in RouterOS configurations by what they do: rules ask which ports are WANs, which routes are active and where packets go, never names or letters of the file. The first line is the verdict; each finding has its place, what follows from it and what mends it. Each file is judged on its own. What a text leaves open is assumed, and said.\nExit code 0: nothing as bad as --fail-on; 1: something is; 2: a file could not be read.',
    )
    .argument('[file...]', 'RouterOS text (- is standard input), or folders with some')
    .addOption(
      new Option('--format <format>', 'how findings are printed')
        .choices(['text', ...formatNames])
        .default('text'),
    )
    .option('--only <rules>', 'only these rules or groups, with commas: pcc,routes/duplicate', list)
    .addOption(new Option('--severity <least>', 'nothing below this').choices(severities).default('info'))
    .addOption(
      new Option('--fail-on <least>', 'exit with 1 from this on')
        .choices([...severities, 'never'])
        .default('error'),
    )
    .option('--explain <rule>', 'print the page of one rule')
    .addHelpText('after', examples)
    .action((names: readonly string[], options: Options, own: Command) => {
      if (options.explain !== undefined) process.exitCode = explainRule(options.explain);
      else if (names.length === 0) own.error("error: missing required argument 'file'");
      else process.exitCode = lintAll(names, options);
    });
}

function list(text: string): readonly string[] {
  const names = text.split(',').filter(name => name !== '');
  const known = (name: string): boolean =>
    name.startsWith('rsc') ||
    name.startsWith('lint') ||
    groups.some(group => group === name) ||
    rules.some(({ id }) => id === name);
  const wrong = names.find(name => !known(name));
  if (wrong !== undefined || names.length === 0)
    throw new InvalidArgumentError(`There is no rule ${wrong ?? text}; groups are ${groups.join(', ')}.`);
  return names;
}

function lintAll(names: readonly string[], options: Options): number {
  const files = names.flatMap(lintedFiles);
  const texts = files.map(readText).filter(text => text !== undefined);
  const linted = texts.map(text => ({ text, result: lintOne(text, options) }));
  const found = linted.map(({ result }) => result);
  const report: Report = { files: found, language: options.lang, version: packageVersion() };
  const format = options.json ? 'json' : options.format;
  if (format === 'text')
    process.stdout.write(linted.map(one => lintText(one.text, one.result, options.lang)).join('\n'));
  else print(formats[format](report));
  if (texts.length < files.length) return exitCode.noAnswer;
  const { failOn } = options;
  const isBad = found.some(({ diagnostics }) =>
    diagnostics.some(({ severity }) => failOn !== 'never' && isAtLeast(severity, failOn)),
  );
  return isBad ? exitCode.bad : exitCode.ok;
}

function print(written: string | object): void {
  if (typeof written === 'string') process.stdout.write(written);
  else printJson(written);
}

function lintOne(text: TextFile, options: Options): LintedFile {
  const { config, input } = lintInputOf(text, options);
  const { lang: language, only, severity } = options;
  const result = lint(input, { language, only, severity });
  const { statements } = config;
  const notUnderstood = config.notUnderstood.length;
  return { ...result, file: text.file, verdict: verdictOf(result, language), statements, notUnderstood };
}
