import { type Config, readTexts, type TextFile } from '../../config/index.ts';
import { type LintInput, lintInput } from '../../lint/index.ts';
import { lookedAt, type ReadingOptions, statedAddresses } from '../world/reading.ts';

/** A text as it is read, and what its rules are asked of. */
export function lintInputOf(text: TextFile, options: ReadingOptions): { config: Config; input: LintInput } {
  const config = readTexts([text], lookedAt(options));
  const asOlder = () => readTexts([text], lookedAt({ ...options, dialect: 'v6' }));
  const isSaid = options.dialect !== undefined;
  const isMade = config.intents.length > 0;
  const input = lintInput(config, statedAddresses(options), isSaid || isMade ? undefined : asOlder);
  return { config, input: { ...input, isMade } };
}
