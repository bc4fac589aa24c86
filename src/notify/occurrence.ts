import type { InEveryLanguage, Severity } from '../text/index.ts';

/** The state of a line, as it is told. */
export type LineStatus = 'unknown' | 'up' | 'degraded' | 'down';

export interface ConditionText {
  readonly title: string;
  readonly what: string;
  readonly do: string;
}

/** What happened to a gateway, as far as anybody is told. Times: ms since 1970. */
export type Occurrence = { readonly atMs: number } & (
  | {
      readonly kind: 'line';
      readonly line: string;
      readonly label: string;
      readonly status: LineStatus;
      readonly cause?: string | undefined;
    }
  | { readonly kind: 'link'; readonly interface: string; readonly running: boolean }
  /** Lines by which default routes lead now, as people call them. */
  | { readonly kind: 'routes'; readonly lines: readonly string[] }
  | {
      readonly kind: 'condition';
      /** Code and what it is about: names it. */
      readonly key: string;
      readonly code: string;
      readonly severity: Severity;
      readonly isOpen: boolean;
      readonly text: InEveryLanguage<ConditionText>;
      /** The line or interface that it is about, if it is about one. */
      readonly line?: string | undefined;
      /** A receiver that is not to be told. */
      readonly except?: string | undefined;
    }
  | {
      readonly kind: 'config';
      readonly file: string;
      readonly how: string;
      readonly result: string;
      readonly by?: string | undefined;
    }
  | { readonly kind: 'gateway'; readonly phase: 'started' | 'stopped' }
  /** What stands on what: names of interfaces that carry a line, the nearest first. Lines that are gone are not there. */
  | { readonly kind: 'layout'; readonly carriers: Readonly<Record<string, readonly string[]>> }
);

export type OccurrenceOf<K extends Occurrence['kind']> = Extract<Occurrence, { readonly kind: K }>;
