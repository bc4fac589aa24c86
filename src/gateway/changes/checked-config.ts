import type { Config } from '../../config/index.ts';
import { hasErrors } from '../../text/index.ts';
import type { RunConfig } from '../core/index.ts';
import type { Parts } from '../parts.ts';
import { readRunConfig, readRunTexts, type TextsUse } from '../read-run-config.ts';
import { checkedDraft } from './checked-draft.ts';
import type { ApplyRequest } from './request.ts';

export type ReadConfig = Config & RunConfig;

/** A configuration with everything that speaks against it: what its reader says, and what Linux cannot do. */
export function checkedConfig(
  { loop, port, reading }: Pick<Parts, 'loop' | 'port' | 'reading'>,
  source: readonly string[],
  texts?: ApplyRequest['texts'],
  use?: TextsUse,
): ReadConfig {
  const config = texts ? readRunTexts({ texts, source }, reading, use) : readRunConfig(source, reading);
  if (!config.usable) return config;
  const diagnostics = [
    ...config.diagnostics,
    ...checkedDraft(loop.state, config, port, reading.skipUnsupported).diagnostics,
  ];
  return { ...config, diagnostics, usable: !hasErrors(diagnostics) };
}
