import type { TextAsked } from '../asking/questions.ts';

/** What every tab knows of the text, and what it may do with it. */
export interface TabProps {
  readonly asked: TextAsked;
  readonly goTo: (line: number, endLine?: number) => void;
  readonly takeText: (text: string, file?: string) => void;
}

/** How long answers may take, in ms. */
export const limits = { lint: 30_000, mend: 120_000, explain: 20_000, walk: 120_000, text: 60_000 } as const;
