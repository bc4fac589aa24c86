import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { chooseWorld, lookedAt, type SaidOfText, type Subject, type Wanted } from '../answers/index.ts';
import { readConfig } from '../config/index.ts';
import type { Topology } from '../lab/index.ts';
import { runsOnLinux } from '../model/index.ts';
import { type Diagnostic, nowhere } from '../text/index.ts';
import { type LanguageOption, withLanguage } from './options/language.ts';
import { coloursFor } from './output/colour.ts';
import { complain as complainOf } from './output/complain.ts';
import { printDiagnostics } from './output/diagnostics.ts';
import { refusalJson } from './refusal.ts';
import { type WorldOptions, withWorld } from './world/options.ts';
import { withReading } from './world/reading.ts';
import { isFolder, seenHere, topologyBeside, topologyLeases } from './world/sources.ts';

/** Options of every command that looks at a configuration in a world. */
export interface SubjectOptions extends WorldOptions, Omit<SaidOfText, 'lang'>, LanguageOption {
  /** No answer rather than one from a text that was not understood whole. */
  readonly strict?: boolean;
  /** As JSON, also why there is no answer. */
  readonly json?: boolean;
}

const strictText =
  'exit 2 where a statement was not understood, or where the answer depends on something that is open';

/** Adds the argument and the options that `readSubject` takes. */
export function withSubject(command: Command): Command {
  const argument = command.argument(
    '<path...>',
    'RouterOS configuration or gateway.yaml (- is standard input), several that belong together, or a folder with them',
  );
  return withSubjectOptions(argument);
}

/** Adds the options alone, for commands whose arguments are others. */
export function withSubjectOptions(command: Command): Command {
  return withLanguage(withWorld(withReading(command))).option('--strict', strictText);
}

/** The configuration and its world; undefined where it must not be used, which has been said then. */
export async function readSubject(
  paths: readonly string[],
  options: SubjectOptions,
  wanted: Wanted = {},
): Promise<Subject | undefined> {
  const [first = '-'] = paths;
  const topology = await topologyBeside(first);
  const config =
    wanted.config ??
    readConfig(
      paths.map(path => configPath(path, topology)),
      { ...lookedAt(options), onLinux: runsOnLinux(wanted.engine) },
    );
  const isReadable = config.readable || (wanted.anything === true && config.isEmpty);
  if (!isReadable || (options.strict && !config.usable)) {
    if (options.json) process.stdout.write(refusalJson(config));
    complain(config.file, config.diagnostics, config.texts);
    return undefined;
  }
  const granted = topology?.assume ?? {};
  const assume = { ...granted, ...wanted.assume };
  const here = await seenHere(config, options.state);
  const bench = topologyLeases(config, topology);
  const chosen = chooseWorld(config, options, { here, bench }, { ...wanted, assume }, complainOf);
  return chosen && { config, assume: granted, ...chosen };
}

/** Findings about one file, on standard error; its text is read again where it is not at hand. */
export function complain(
  file: string,
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string> = textsOf(file, diagnostics),
): void {
  process.stderr.write(printDiagnostics(diagnostics, texts, coloursFor(process.stderr)));
}

function textsOf(file: string, diagnostics: readonly Diagnostic[]): ReadonlyMap<string, string> {
  const files = new Set([file, ...diagnostics.map(({ span }) => span.file)]);
  files.delete(nowhere.file);
  return new Map([...files].map(one => [one, textOf(one)]));
}

const textOf = (file: string): string =>
  existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : '';

function configPath(path: string, topology: Topology | undefined): string {
  return topology && isFolder(path) ? join(path, topology.config) : path;
}
