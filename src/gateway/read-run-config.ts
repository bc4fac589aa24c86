import {
  type Config,
  type ConfigOptions,
  notifyFileIn,
  readConfig,
  readTextFile,
  readTexts,
  unreadableNotify,
} from '../config/index.ts';
import { type NotifyReading, readNotifyFile } from '../intent/index.ts';
import type { Receiver } from '../notify/index.ts';
import { hasErrors } from '../text/index.ts';
import type { RunConfig } from './core/index.ts';
import type { RunOptions } from './options.ts';
import { type PasswordFiles, withPasswords } from './passwords.ts';
import type { StoredTrial } from './state/index.ts';

/** A configuration as this gateway runs it. */
export function readRunConfig(
  file: string | readonly string[],
  options: ConfigOptions & RunOptions,
): Config & RunConfig {
  const config = readConfig(file, { ...options, onLinux: true });
  const told = notifyOf(config, options, file);
  const own = withPasswords(config, options);
  const diagnostics = [...own.diagnostics, ...told.diagnostics];
  const usable = own.usable && !hasErrors(told.diagnostics);
  const source = typeof file === 'string' ? [file] : file;
  return { ...own, ...ownOf(config, options), notify: told.receivers, source, diagnostics, usable };
}

/** What becomes of texts whose receivers cannot be read. */
export interface TextsUse {
  /** They were in force, and are needed again: they are not refused for whom they would tell, and these are told instead. */
  readonly otherwise?: readonly Receiver[];
  /** No other files of passwords are read than these: whoever sent the texts may have none read by their names. */
  readonly passwordFiles?: PasswordFiles | undefined;
}

/** The same of texts that were read before. */
export function readRunTexts(
  { texts, source }: StoredTrial['before'],
  options: ConfigOptions & RunOptions,
  { otherwise, passwordFiles }: TextsUse = {},
): Config & RunConfig {
  const config = readTexts(texts, { ...options, onLinux: true });
  const { receivers, diagnostics: found } = notifyOf(config, options, source);
  const own = withPasswords(config, options, passwordFiles);
  const isBroken = hasErrors(found);
  const notes = otherwise && isBroken ? found.map(one => ({ ...one, severity: 'warning' as const })) : found;
  const diagnostics = [...own.diagnostics, ...notes];
  const notify = otherwise && isBroken ? otherwise : receivers;
  const usable = own.usable && !hasErrors(notes);
  return { ...own, ...ownOf(config, options), notify, source, diagnostics, usable };
}

/** Who is told: as a file of its own says, which may lie beside the configuration, else as an intent does. */
function notifyOf(
  { run }: Pick<Config, 'run'>,
  { notifyFile, language }: ConfigOptions & RunOptions,
  path: string | readonly string[],
): NotifyReading {
  const file = notifyFile ?? notifyFileIn(path);
  if (file === undefined) return { receivers: run.notify ?? [], diagnostics: [] };
  try {
    return readNotifyFile(readTextFile(file).text, file, language);
  } catch (error) {
    return { receivers: [], diagnostics: [unreadableNotify(file, error, language)] };
  }
}

/** What the user says when it is started goes before what an intent says. */
const ownOf = (
  { run }: Pick<Config, 'run'>,
  {
    pace,
    usualPace,
    autoHealth,
    failback,
    plain,
    exactCounters,
    balance,
    spill,
    language,
  }: ConfigOptions & RunOptions,
) => ({
  language,
  pace: pace ?? run.pace ?? usualPace,
  autoHealth: autoHealth ?? run.autoHealth,
  failback: failback ?? run.failback,
  plain,
  exactCounters,
  rates: run.rates,
  balance: balance ?? run.balance,
  spill: spill ?? run.spill,
});
