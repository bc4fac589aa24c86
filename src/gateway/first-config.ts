import type { Config } from '../config/index.ts';
import type { RunConfig } from './core/index.ts';
import type { Kept } from './kept.ts';
import type { GatewayOptions } from './options.ts';
import { readRunConfig, readRunTexts } from './read-run-config.ts';
import { isTried } from './state/index.ts';

/** What a gateway begins with. */
interface FirstConfig {
  readonly config: Config & RunConfig;
  /** The file that it was told to run says what was tried and not confirmed: what stayed is run instead. */
  readonly rolledBack?: string | undefined;
}

/** The configuration that a gateway is told to run, unless nobody has confirmed it. */
export function firstConfig(kept: Pick<Kept, 'trial'>, options: GatewayOptions): FirstConfig {
  const config = readRunConfig(options.file, options);
  const trial = kept.trial();
  if (!trial || !isTried(trial, config.texts)) return { config };
  return { config: readRunTexts(trial.before, options, { otherwise: [] }), rolledBack: config.file };
}
