import type { Config } from '../../config/index.ts';
import { equal } from '../../model/index.ts';
import { nowhere } from '../../text/index.ts';
import type { RunConfig } from '../core/index.ts';

/**
 * Whom it tells must be as it is: a receiver may be a program that is run, or a secret of a file that is sent somewhere, and whoever asks may
 * have neither.
 */
export function withReceiversKept<T extends Config & RunConfig>(config: T, before: RunConfig): T {
  if (!config.usable || equal(config.notify ?? [], before.notify ?? [])) return config;
  const [file = config.file] = config.intents;
  const diagnostics = [...config.diagnostics, { ...changed, span: { ...nowhere, file } }];
  return { ...config, diagnostics, usable: false };
}

const changed = {
  id: 'gateway/receivers-changed',
  severity: 'error',
  what: 'Who is told of what happens (notify) is another than in the configuration in force.',
  why: 'Programs and files of this machine can be named there.',
  do: 'Change notify on the machine itself: jalur apply, or the file and jalur reload.',
} as const;
