import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { configOptions, type SaidOfText } from '../../answers/index.ts';
import {
  bytesOf,
  configFiles,
  notifyFile,
  readConfig,
  readTextFile,
  unreadableNotify,
} from '../../config/index.ts';
import { dialsOf } from '../../gateway/index.ts';
import { type InstalledConfig, places, unfitWord } from '../../install/index.ts';
import { readNotifyFile } from '../../intent/index.ts';
import { hasErrors } from '../../text/index.ts';
import { register } from '../commands/run.ts';
import { inAsked } from '../options/language.ts';
import { complain } from '../subject.ts';

/** Options for `jalur run`, as they were written and as it reads them. */
export interface RunWords {
  readonly words: readonly string[];
  readonly reading: SaidOfText;
  /** The user that the process of the pages is; undefined: they have none. */
  readonly webUser: string | undefined;
}

/** What `jalur run` itself would refuse is refused here, and what systemd would read in its own way. */
export function runWords(text: string): RunWords {
  const words = text.split(/\s+/).filter(word => word !== '');
  const unfit = unfitWord(words);
  if (unfit !== undefined)
    throw new InvalidArgumentError(
      inAsked({
        en: `${unfit} cannot be written into a unit of systemd.`,
        id: `${unfit} tidak dapat ditulis dalam unit systemd.`,
      }),
    );
  const command = new Command('run').exitOverride().configureOutput({ writeErr: () => {} });
  register(command);
  try {
    const { operands, unknown } = command.parseOptions([...words]);
    const [wrong] = [...unknown, ...operands];
    if (wrong !== undefined)
      throw new InvalidArgumentError(
        inAsked({ en: `jalur run has no option ${wrong}.`, id: `jalur run tidak punya opsi ${wrong}.` }),
      );
    const { web, webUser } = command.opts();
    return { words, reading: command.opts(), webUser: web === undefined ? undefined : webUser };
  } catch (error) {
    if (!(error instanceof CommanderError) || error instanceof InvalidArgumentError) throw error;
    throw new InvalidArgumentError(error.message.replace(/^error: /, ''));
  }
}

/** Names that the folder of the service has for a configuration, by the kind of the file. */
const nameOf = (path: string): 'gateway.yaml' | 'jalur.rsc' =>
  /^\.ya?ml$/i.test(extname(path)) ? 'gateway.yaml' : 'jalur.rsc';

/** A configuration, and whether its PPPoE lines are dialled. */
export interface ConfigToInstall {
  readonly config: InstalledConfig;
  readonly dials: boolean;
}

/** A configuration to be copied; `refused`: it must not be run, which has been said then. */
export function configToInstall(
  path: string,
  root: string,
  options: RunWords | undefined,
): ConfigToInstall | 'refused' {
  const config = readConfig(path, { ...configOptions(options?.reading ?? {}), onLinux: true });
  const { file, diagnostics, usable, texts } = config;
  complain(file, diagnostics);
  if (!usable) return refuse('nothing was installed: the configuration has errors.');
  if (texts.size !== 1) return refuse(`${path} is several files.`, 'Join them to one, and install that.');
  const [source = path] = path === '-' ? [path] : configFiles(path);
  const name = nameOf(source);
  const other = name === 'jalur.rsc' ? 'gateway.yaml' : 'jalur.rsc';
  if (existsSync(join(root, places.config, other))) {
    return refuse(
      `${places.config}/${other} is there: a gateway has one configuration.`,
      'Move it away first.',
    );
  }
  const text = path === '-' ? Buffer.from([...texts.values()].join('')) : bytesOfFile(source);
  return { config: { name, text }, dials: dialsOf(config).length > 0 };
}

/** Who is told of what happens, to be put beside the configuration. */
export function notifyToInstall(path: string): InstalledConfig | 'refused' {
  try {
    const { diagnostics } = readNotifyFile(readTextFile(path).text, path);
    complain(path, diagnostics);
    if (hasErrors(diagnostics)) return refuse('nothing was installed: the file for --notify has errors.');
    return { name: notifyFile, text: bytesOfFile(path) };
  } catch (error) {
    complain(path, [unreadableNotify(path, error)]);
    return refuse('nothing was installed: the file for --notify cannot be read.');
  }
}

function bytesOfFile(path: string): Uint8Array {
  const found = readTextFile(path);
  return bytesOf(found.text, found);
}

function refuse(what: string, next = ''): 'refused' {
  process.stderr.write(`jalur: ${what}\n${next === '' ? '' : `       ${next}\n`}`);
  return 'refused';
}
