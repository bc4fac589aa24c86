import { type Completion, completionsAt } from '../../../editing/index.ts';
import { type IntentCompletion, intentCompletions } from '../../../intent/index.ts';
import { type Dialect, referencesOf } from '../../../model/index.ts';
import { readTexts } from '../../../reading/index.ts';
import { outlineOf } from '../../../rsc/index.ts';
import type { Language } from '../../../text/index.ts';

/** A text, and a place in it. */
export interface CompletionAsked {
  readonly file: string;
  readonly text: string;
  readonly lang: Language;
  readonly offset: number;
  readonly dialect?: Dialect | undefined;
}

/** What can be written there, and where it begins. */
export interface Completions {
  readonly from: number;
  readonly items: readonly (Completion | IntentCompletion)[];
}

/** What can be written at an offset of RouterOS text or of an intent. */
export function completionsIn({ file, text, lang, offset, dialect }: CompletionAsked): Completions {
  if (/\.ya?ml$/i.test(file)) return intentCompletions(text, offset);
  const { router } = readTexts([{ file, text }], { dialect, assumesPorts: true });
  const edited = {
    ...{ text, language: lang, router },
    references: referencesOf(router),
    outline: outlineOf(text, file),
  };
  return completionsAt(edited, offset);
}
