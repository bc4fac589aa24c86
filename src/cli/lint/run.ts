import type { TextFile } from '../../config/index.ts';
import { packageVersion } from '../../files/index.ts';
import {
  type FixLevel,
  type FormatName,
  formats,
  isAtLeast,
  isWanted,
  type LintedFile,
  type Report,
} from '../../lint/index.ts';
import type { Language, Severity } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import type { JsonOption } from '../options/json.ts';
import type { LanguageOption } from '../options/language.ts';
import { printJson } from '../output/json.ts';
import { readText } from '../rsc-file.ts';
import { topologyBeside } from '../world/sources.ts';
import { BaselineFile, type BaselineOption } from './baseline.ts';
import { lintedFiles } from './files.ts';
import type { LintReading } from './input.ts';
import { lintOne, type Subject } from './judge.ts';
import { isInput, mendedJson, mendedText, mendFile } from './mend.ts';
import { lintingWith, readingWith, type SettingsOption, SettingsReader } from './settings.ts';
import { lintText } from './text.ts';

/** What `jalur lint` was asked to do with its files. */
export interface LintCall
  extends Omit<LintReading, 'lang'>,
    JsonOption,
    LanguageOption,
    SettingsOption,
    BaselineOption {
  readonly format: FormatName | 'text';
  readonly only?: readonly string[];
  readonly severity: Severity;
  readonly failOn?: Severity | 'never';
  readonly dryRun?: boolean;
  /** Undefined: nothing is mended. */
  readonly level?: FixLevel | undefined;
}

/** A file that was linted, perhaps after it was mended. */
interface Done {
  readonly text: TextFile;
  readonly linted: LintedFile;
  /** What was mended, in words. */
  readonly said: string;
  /** The text itself goes to standard output, and what is said of it to standard error. */
  readonly goesOn: boolean;
  readonly isBad: boolean;
}

/** Lints files and says what is found; gives the exit code. */
export async function runLint(names: readonly string[], call: LintCall): Promise<number> {
  const files = names.flatMap(lintedFiles);
  const baseline = BaselineFile.open(call);
  if (call.baseline !== undefined && !baseline) return exitCode.noAnswer;
  const settings = new SettingsReader(call);
  const done: Done[] = [];
  for (const file of files) {
    const text = readText(file);
    const own = text && (await settings.for(file));
    const topology = text && (await topologyBeside(file));
    const one =
      text && own && own !== 'wrong' ? doneWith(text, own, { ...call, topology }, baseline) : undefined;
    if (one) done.push(one);
  }
  const isWritten = call.updateBaseline !== true || baseline?.write() === true;
  say(done, call);
  if (done.length < files.length || !isWritten) return exitCode.noAnswer;
  return done.some(({ isBad }) => isBad) ? exitCode.bad : exitCode.ok;
}

type OwnSettings = Exclude<Awaited<ReturnType<SettingsReader['for']>>, 'wrong'>;

function doneWith(
  text: TextFile,
  settings: OwnSettings,
  call: LintCall,
  baseline: BaselineFile | undefined,
): Done | undefined {
  const subject = { text, reading: readingWith(call, settings), options: optionsOf(call, settings) };
  const mended = call.level && mendFile(subject, call.level, call.dryRun === true);
  if (call.level && !mended) return undefined;
  const after = mended?.text ?? text;
  const found = lintOne({ ...subject, text: after });
  if (!found) return undefined;
  const linted = { ...compared(after, found, call, baseline), ...(mended && { mended: mendedJson(mended) }) };
  const failOn = call.failOn ?? (settings === 'none' ? undefined : settings.failOn) ?? 'error';
  return {
    text: after,
    linted,
    said: mended ? mendedText(text, mended, call.lang) : '',
    goesOn: mended !== undefined && isInput(text) && call.dryRun !== true,
    isBad: linted.diagnostics.some(({ severity }) => failOn !== 'never' && isAtLeast(severity, failOn)),
  };
}

function optionsOf({ lang: language, only, severity }: LintCall, settings: OwnSettings): Subject['options'] {
  return { language, only, severity, ...lintingWith(settings) };
}

/** Known findings are no news; what is taken into the baseline is known at once. */
function compared(
  text: TextFile,
  found: LintedFile,
  { only, updateBaseline, lang }: LintCall,
  baseline: BaselineFile | undefined,
): LintedFile {
  if (!baseline) return found;
  if (updateBaseline) baseline.take(text, found, rule => isWanted(rule, only));
  return baseline.compare(text, found, only, lang);
}

function say(done: readonly Done[], { lang: language, format, json }: LintCall): void {
  const report: Report = {
    files: done.map(({ linted }) => linted),
    language,
    version: packageVersion(),
  };
  const wanted = json ? 'json' : format;
  if (wanted !== 'text') {
    const written: string | object = formats[wanted](report);
    if (typeof written === 'string') process.stdout.write(written);
    else printJson(written);
    return;
  }
  for (const { text, goesOn } of done) if (goesOn) process.stdout.write(text.text);
  const [aside, usual] = [done.filter(one => one.goesOn), done.filter(one => !one.goesOn)];
  process.stderr.write(textsOf(aside, language));
  process.stdout.write(textsOf(usual, language));
}

const textsOf = (done: readonly Done[], language: Language): string =>
  done
    .map(({ said, text, linted }) =>
      [said, lintText(text, linted, language)].filter(part => part !== '').join('\n'),
    )
    .join('\n');
