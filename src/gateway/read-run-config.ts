import { type Config, type ConfigOptions, readConfig } from '../config/index.ts';
import type { RunConfig } from './core/index.ts';
import type { HealthOptions } from './options.ts';

/** A configuration as this gateway runs it. */
export function readRunConfig(
  file: string | readonly string[],
  options: ConfigOptions & HealthOptions,
): Config & RunConfig {
  const { pace, autoHealth, failback } = options;
  return { ...readConfig(file, { ...options, onLinux: true }), pace, autoHealth, failback };
}
