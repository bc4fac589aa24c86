import type { FirewallRule } from '../../model/index.ts';
import type { Said } from '../../text/index.ts';

/** Rules of the text that the program asks less often than they stand there, or could not, and why. */
export interface ShortCut {
  /**
   * `asked-once`: an established connection passes them by; `asked-each`: not those connections that they are about; `one-look-up`:
   * they are one question.
   */
  readonly kind: 'asked-once' | 'asked-each' | 'one-look-up';
  readonly rules: readonly FirewallRule[];
  readonly why: Said;
}
