import type { InEveryLanguage, Severity } from '../text/index.ts';
import type { ConditionText } from './occurrence.ts';
import type { EventKind } from './receiver.ts';

/** A line in a statement. */
interface OfLine {
  readonly line: string;
  readonly label: string;
  readonly cause?: string | undefined;
  /** When it began. */
  readonly sinceMs: number;
  /** Lines that went the same way because of it, as people call them. */
  readonly along: readonly string[];
}

/** One thing that is told, without its words. */
export type Statement =
  /** `isFound`: it was so at the start. */
  | ({ readonly kind: 'line-down'; readonly isFound: boolean } & OfLine)
  /** It is up again, or degraded only; `times`: how often it was down. */
  | ({
      readonly kind: 'line-up';
      readonly isDegraded: boolean;
      readonly lastedMs: number;
      readonly times: number;
      /** Lines that stand on it and are down still. */
      readonly still: readonly string[];
    } & OfLine)
  /** It was down, and is up again before anybody was told. */
  | ({ readonly kind: 'line-was-down'; readonly lastedMs: number; readonly times: number } & OfLine)
  | ({ readonly kind: 'line-degraded' } & OfLine)
  | ({ readonly kind: 'line-fine'; readonly lastedMs: number } & OfLine)
  | ({
      readonly kind: 'line-flaps' | 'line-steady';
      readonly times: number;
      readonly overMs: number;
      readonly status: 'up' | 'degraded' | 'down';
    } & OfLine)
  /** Lines are down because what carries them is. */
  | {
      readonly kind: 'link-down';
      readonly interface: string;
      readonly sinceMs: number;
      readonly along: readonly string[];
    }
  | { readonly kind: 'failover'; readonly from: readonly string[]; readonly to: readonly string[] }
  | {
      readonly kind: 'condition';
      readonly state: 'raised' | 'cleared' | 'was' | 'flaps' | 'steady';
      readonly code: string;
      readonly severity: Severity;
      readonly text: InEveryLanguage<ConditionText>;
      readonly isOpen: boolean;
      readonly lastedMs: number;
      readonly times: number;
    }
  | {
      readonly kind: 'config';
      readonly file: string;
      readonly how: string;
      readonly result: string;
      readonly by?: string | undefined;
    }
  | { readonly kind: 'started'; readonly idleMs?: number | undefined }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'test' };

/** By what a receiver chooses it; a test is always wanted. */
export function eventOf(statement: Statement): EventKind | undefined {
  switch (statement.kind) {
    case 'line-down':
    case 'line-was-down':
    case 'line-flaps':
    case 'line-steady':
    case 'link-down':
      return 'line-down';
    case 'line-up':
      return 'line-up';
    case 'line-degraded':
    case 'line-fine':
      return 'line-degraded';
    case 'started':
    case 'stopped':
      return 'gateway';
    case 'test':
      return undefined;
    default:
      return statement.kind;
  }
}

/** What goes out at once. */
export interface Message {
  readonly id: string;
  readonly atMs: number;
  readonly statements: readonly Statement[];
}
