import { hasErrors } from '../text/index.ts';
import type { Check } from './check/index.ts';
import type { Converted } from './convert.ts';

/** `open`: no difference was found, and not all was compared. */
export type Verdict = 'same' | 'different' | 'open';

/** Does the converted text do what the text did? */
export function verdictOf({ diagnostics }: Converted, { differences, complete }: Check): Verdict {
  if (hasErrors(diagnostics) || differences.length > 0) return 'different';
  return complete ? 'same' : 'open';
}
