import type { References, Router } from '../model/index.ts';
import type { Outline } from '../rsc/index.ts';
import type { Language } from '../text/index.ts';

/** A text while somebody writes it, and what is known of it. */
export interface EditedText {
  readonly text: string;
  readonly language: Language;
  readonly router: Router;
  readonly references: References;
  /** Every statement, those in scripts too. */
  readonly outline: Outline;
}
