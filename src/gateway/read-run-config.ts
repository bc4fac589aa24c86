import { type Config, type ConfigOptions, readConfig, readTexts } from '../config/index.ts';
import type { RunConfig } from './core/index.ts';
import type { RunOptions } from './options.ts';
import { withPasswords } from './passwords.ts';
import type { StoredTrial } from './state/index.ts';

/** A configuration as this gateway runs it. */
export function readRunConfig(
  file: string | readonly string[],
  options: ConfigOptions & RunOptions,
): Config & RunConfig {
  const config = readConfig(file, { ...options, onLinux: true });
  const source = typeof file === 'string' ? [file] : file;
  return { ...withPasswords(config, options), ...ownOf(config, options), source };
}

/** The same of texts that were read before. */
export function readRunTexts(
  { texts, source }: StoredTrial['before'],
  options: ConfigOptions & RunOptions,
): Config & RunConfig {
  const config = readTexts(texts, { ...options, onLinux: true });
  return { ...withPasswords(config, options), ...ownOf(config, options), source };
}

/** What the user says when it is started goes before what an intent says. */
const ownOf = (
  { run }: Pick<Config, 'run'>,
  { pace, usualPace, autoHealth, failback, plain, exactCounters, balance, spill }: RunOptions,
) => ({
  pace: pace ?? run.pace ?? usualPace,
  autoHealth: autoHealth ?? run.autoHealth,
  failback: failback ?? run.failback,
  plain,
  exactCounters,
  rates: run.rates,
  balance: balance ?? run.balance,
  spill: spill ?? run.spill,
});
