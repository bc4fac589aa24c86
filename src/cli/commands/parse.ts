import { type Command, Option } from 'commander';
import { routerText, type TextFile } from '../../config/index.ts';
import type { RouterOsVersion } from '../../model/index.ts';
import { joinTexts, type ReadResult, readRouterOs, writeRouterOs } from '../../rsc/index.ts';
import { counted, hasErrors, type InEveryLanguage, jsonDiagnostic } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { type DialectOption, withDialect } from '../options/dialect.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { type LanguageOption, withLanguage } from '../options/language.ts';
import { printJson } from '../output/json.ts';
import { readText, sayFindings, textFiles } from '../rsc-file.ts';

interface Options extends DialectOption, JsonOption, LanguageOption {
  readonly print?: boolean;
}

const examples = `
Examples:
  jalur parse office.rsc                          what was understood, and every finding
  jalur parse --json *.rsc                        the same as JSON
  jalur parse --print examples/paper/listing.txt  a listing without menus as a proper configuration`;

const en = {
  counts: ({ statements, modelled, kept, notEvaluated, notUnderstood }: ReadResult['counts']) =>
    `${counted(statements, 'statement')}: ${modelled} modelled, ${kept} kept as written, ${notEvaluated} not evaluated, ${notUnderstood} not understood`,
  version: (version: string, evidence: readonly string[]) =>
    `RouterOS ${version} (${evidence.join('; ') || 'nothing in the text says so: assumed'})`,
};

const id: typeof en = {
  counts: ({ statements, modelled, kept, notEvaluated, notUnderstood }) =>
    `${statements} perintah: ${modelled} dimodelkan, ${kept} disimpan apa adanya, ${notEvaluated} tidak dievaluasi, ${notUnderstood} tidak dipahami`,
  version: (version, evidence) =>
    `RouterOS ${version} (${evidence.join('; ') || 'tidak disebut dalam teks: diasumsikan'})`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** `jalur parse`: what of a text was understood. */
export function register(command: Command): void {
  withLanguage(withDialect(withJson(command, 'as JSON: one entry for each file, findings included')))
    .description(
      'Reads RouterOS text of any kind (export, script, snippet, listing) and says what became of each statement:\nmodelled, kept as written, or not evaluated. Every mistake is reported with line and column.',
    )
    .argument('<file...>', 'RouterOS text (- is standard input), or folders with some')
    .addOption(new Option('--print', 'print the configuration as canonical RouterOS text').conflicts('json'))
    .addHelpText('after', examples)
    .action((names: readonly string[], options: Options) => {
      process.exitCode = parseAll(names, options);
    });
}

function parseAll(names: readonly string[], options: Options): number {
  const files = names.flatMap(textFiles);
  const texts = files.map(readText).filter(text => text !== undefined);
  const results = texts.map(text => ({
    text,
    result: resultOf(text, options),
  }));
  const unread = texts.length < files.length || results.some(({ result }) => hasErrors(result.diagnostics));
  if (options.json) {
    const entries = results.map(({ text, result }) => summary(text, result, options));
    printJson({ files: entries });
    return unread ? exitCode.noAnswer : exitCode.ok;
  }
  for (const { text, result } of results) show(text, result, options);
  return unread ? exitCode.noAnswer : exitCode.ok;
}

/** Of an intent: the statements that it stands for, with the places of its keys. */
function resultOf(text: TextFile, { dialect, lang: language }: Options): ReadResult {
  const { text: own, intent, listing, diagnostics } = routerText(text, language);
  const read = readRouterOs(own.text, {
    ...{ ...joinTexts([own]), language },
    dialect: intent ? 'v7' : dialect,
  });
  if (listing) return { ...read, diagnostics: [...listing.notes, ...read.diagnostics] };
  return diagnostics.length === 0 ? read : { ...read, diagnostics };
}

function versionName({ text, dialect }: RouterOsVersion): string {
  return text === '' ? dialect : text;
}

function summary({ file }: TextFile, { version, counts, diagnostics }: ReadResult, { lang }: LanguageOption) {
  return {
    file,
    version: versionName(version),
    evidence: version.evidence.map(one => one[lang]),
    ...counts,
    diagnostics: diagnostics.map(jsonDiagnostic),
  };
}

/** The findings are the answer, unless the text is written back: then only that goes to standard output. */
function show(text: TextFile, result: ReadResult, { print, lang }: Options): void {
  const { router, secrets, version, counts, diagnostics } = result;
  if (print) {
    sayFindings(text, diagnostics);
    process.stdout.write(writeRouterOs(router, { secrets }));
    return;
  }
  const say = words[lang];
  const lines = [
    text.file,
    `  ${say.version(
      versionName(version),
      version.evidence.map(one => one[lang]),
    )}`,
    `  ${say.counts(counts)}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  sayFindings(text, diagnostics, process.stdout);
}
