import { type Config, readTexts, type TextFile } from '../../config/index.ts';
import type { LintInput } from '../../lint/index.ts';
import { isVersionOpen } from '../../model/index.ts';
import { assumeWorld } from '../../rib/index.ts';
import { lookedAt, type ReadingOptions, statedAddresses } from '../world/reading.ts';

/** A text as it is read, and what its rules are asked of: both readings where nothing shows its version. */
export function lintInputOf(text: TextFile, options: ReadingOptions): { config: Config; input: LintInput } {
  const config = readTexts([text], lookedAt(options));
  const input = inputOf(config, options);
  if (options.dialect !== undefined || !isVersionOpen(config.router.version)) return { config, input };
  const older = readTexts([text], lookedAt({ ...options, dialect: 'v6' }));
  return { config, input: { ...input, asOlder: inputOf(older, options) } };
}

function inputOf({ router, leaseRoutes, diagnostics, texts }: Config, options: ReadingOptions): LintInput {
  const assumed = assumeWorld(router, { addresses: statedAddresses(options) });
  return { router, ...assumed, leaseRoutes, diagnostics, texts };
}
