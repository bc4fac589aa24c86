import type { Command } from 'commander';
import { formatRouterOs } from '../../rsc/index.ts';
import { jsonDiagnostic, type Said } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { inAsked, withLanguage } from '../options/language.ts';
import { printJson } from '../output/json.ts';
import { readRouterOsText, sayFindings, writeText } from '../rsc-file.ts';

interface Options extends JsonOption {
  readonly check?: boolean;
}

const examples = `
Examples:
  jalur fmt office.rsc             overwrites office.rsc
  jalur fmt --check *.rsc          changes nothing
  jalur fmt - < office.rsc         prints the result on standard output`;

/** `jalur fmt`: layout only. */
export function register(command: Command): void {
  withLanguage(withJson(command, 'as JSON: what became of each file'))
    .description(
      'Reformats files IN PLACE: one statement a line, long ones wrapped where the file wraps any. Only the layout changes. What /export prints is tidy already, the wrapped as well as the terse. Left as they are: files with syntax errors, and pages (Markdown, HTML) with RouterOS text in them. Standard input (-) is printed on standard output.',
    )
    .argument('<file...>', 'RouterOS text (- is standard input)')
    .option('--check', 'change nothing; exit code 1 where a file is not formatted')
    .addHelpText('after', examples)
    .action((names: readonly string[], options: Options) => {
      const files = names.map(name => format(name, options));
      if (options.json) printJson({ files });
      process.exitCode = Math.max(...files.map(({ state }) => exitCodes[state]));
    });
}

/** What became of a file. */
type State = 'tidy' | 'formatted' | 'not-formatted' | 'page' | 'unreadable' | 'syntax-error';

const exitCodes: Readonly<Record<State, number>> = {
  tidy: exitCode.ok,
  formatted: exitCode.ok,
  page: exitCode.ok,
  'not-formatted': exitCode.bad,
  unreadable: exitCode.noAnswer,
  'syntax-error': exitCode.noAnswer,
};

function format(name: string, { check = false, json = false }: Options) {
  const file = readRouterOsText(name);
  if (!file) return { file: name, state: 'unreadable' } as const;
  const { text, errors, isPage } = formatRouterOs(file.text, file.file);
  if (!json) sayFindings(file, errors);
  const state = errors.length > 0 ? 'syntax-error' : isPage ? 'page' : stateOf(text === file.text, check);
  const isWritten = state !== 'formatted' || name === '-' || writeText(name, text, file);
  if (!json) print(name, state, text, check);
  const done: State = isWritten ? state : 'unreadable';
  return {
    file: file.file,
    state: done,
    ...(errors.length > 0 && { diagnostics: errors.map(jsonDiagnostic) }),
    ...(name === '-' && !check && { text }),
  };
}

const stateOf = (isTidy: boolean, check: boolean): State =>
  isTidy ? 'tidy' : check ? 'not-formatted' : 'formatted';

const sentences: Partial<Readonly<Record<State, Said>>> = {
  formatted: { en: 'formatted', id: 'diformat' },
  'not-formatted': { en: 'not formatted:', id: 'belum rapi:' },
  page: {
    en: 'left as it is, a page with RouterOS text in it:',
    id: 'dibiarkan, halaman berisi teks RouterOS:',
  },
};

/** Standard input goes on to standard output, whatever became of it. */
function print(name: string, state: State, text: string, check: boolean): void {
  const sentence = sentences[state];
  if (name === '-' && !check) process.stdout.write(text);
  else if (sentence !== undefined) process.stdout.write(`${inAsked(sentence)} ${name}\n`);
}
