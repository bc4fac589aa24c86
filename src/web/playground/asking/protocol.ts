import type { Answers } from './answer.ts';
import type { Kind, Question, Refused } from './questions.ts';

/** What a worker says of a question. */
export type Reply<K extends Kind> =
  | { readonly id: number; readonly kind: K; readonly answer: Answers[K]; readonly tookMs: number }
  | { readonly id: number; readonly kind: K; readonly refused: Refused }
  /** A defect of this program. */
  | { readonly id: number; readonly kind: K; readonly defect: string };

export interface Numbered {
  readonly id: number;
  readonly question: Question;
}
