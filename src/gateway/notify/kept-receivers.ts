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

/** A configuration after which nobody is told any more is taken, and that is said. */
export function withLoss<T extends Config & RunConfig>(config: T, before: RunConfig): T {
  const isLost = config.usable && (config.notify ?? []).length === 0 && (before.notify ?? []).length > 0;
  if (!isLost) return config;
  const diagnostics = [...config.diagnostics, { ...nobody, span: { ...nowhere, file: config.file } }];
  return { ...config, diagnostics };
}

const nobody = {
  id: 'gateway/nobody-told',
  severity: 'warning',
  what: 'Nobody is told of what happens any more: this configuration names no receivers, and the one before did.',
  do: 'Apply the folder that holds notify.yaml, start the gateway with --notify FILE, or leave it so.',
} as const;

const changed = {
  id: 'gateway/receivers-changed',
  severity: 'error',
  what: 'Who is told of what happens (notify) is another than in the configuration in force.',
  why: 'Programs and files of this machine can be named there.',
  do: 'Change notify on the machine itself: jalur apply, or the file and jalur reload.',
} as const;
