import { type CompletionAsked, completionsIn } from '../../parts/editor/completions.ts';
import type { TextAsked } from './questions.ts';
import { understand } from './said.ts';

/** What can be written at an offset, with what was said of the version. */
export function completionsOf(asked: TextAsked, offset: number) {
  const understood = understand(asked.said, asked.lang);
  const dialect = 'said' in understood ? understood.said.dialect : undefined;
  const question: CompletionAsked = { ...asked, offset, dialect };
  return completionsIn(question);
}
