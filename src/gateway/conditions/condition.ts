import type { Language, Severity } from '../../text/index.ts';
import type { ConditionEntry } from './entry.ts';
import { type ConditionCode, conditions, type FactsOf } from './registry.ts';

/** Trouble that a user has to know of while the gateway runs: named, with what to do. Plain data. */
export interface Condition {
  /** `gateway/service-died`, `gateway/apply-failed` … */
  readonly code: ConditionCode;
  /** Which service, check or change it is about; empty where there is only one. Code and `about` name it. */
  readonly about: string;
  readonly severity: Severity;
  readonly title: string;
  /** One sentence: what is the case. */
  readonly what: string;
  /** One sentence: what helps. */
  readonly do: string;
  /** One sentence: when it is cleared. */
  readonly clears: string;
  /** Where the documentation has it: `docs/conditions.md#line-down`. */
  readonly doc: string;
  /** What it was made of: `condition(code, facts, 'id')` says it in another language. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Names one instance. */
export const conditionKey = ({ code, about }: Pick<Condition, 'code' | 'about'>): string =>
  `${code} ${about}`;

/** Its place in the documentation. */
export const conditionDoc = (code: ConditionCode): string =>
  `docs/conditions.md#${code.replace(/^.*\//, '')}`;

/** The condition of these facts, in a language (default English). */
export function condition<C extends ConditionCode>(
  code: C,
  facts: FactsOf<C>,
  language: Language = 'en',
): Condition {
  const { severity, about, text } = conditions[code] as ConditionEntry<FactsOf<C>>;
  const { title, what, do: todo, clears } = text[language];
  return {
    code,
    about: about(facts),
    severity,
    title,
    what: what(facts),
    do: todo(facts),
    clears,
    doc: conditionDoc(code),
    facts: facts as Condition['facts'],
  };
}

/** The same in another language; one that an earlier or later version has said stays as it is. */
export function conditionIn(said: Condition, language: Language): Condition {
  if (language === 'en' || !(said.code in conditions)) return said;
  return { ...said, ...condition(said.code, said.facts as never, language) };
}
