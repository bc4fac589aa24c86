import type { InEveryLanguage, Severity } from '../../text/index.ts';

/** Sentences about one condition, from its facts. */
interface ConditionText<Facts> {
  /** A few words. */
  readonly title: string;
  /** One sentence: what is the case. */
  readonly what: (facts: Facts) => string;
  /** One sentence: what helps. */
  readonly do: (facts: Facts) => string;
  /** One sentence: when it is cleared. */
  readonly clears: string;
}

/** Everything there is to know of one condition. `about`: what one instance is about; two differ by that. */
export interface ConditionEntry<Facts> {
  readonly severity: Severity;
  readonly about: (facts: Facts) => string;
  readonly text: InEveryLanguage<ConditionText<Facts>>;
}

/** What went wrong outside, and what helps: as an effect reports it. */
export interface Trouble {
  readonly what: string;
  readonly do: string;
}
