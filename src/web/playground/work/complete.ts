import { completionsAt } from '../../../editing/index.ts';
import { referencesOf } from '../../../model/index.ts';
import { readTexts } from '../../../reading/index.ts';
import { outlineOf } from '../../../rsc/index.ts';
import type { TextAsked } from './questions.ts';
import { understand } from './said.ts';

/** What can be written at an offset of RouterOS text. */
export function completionsIn({ file, text, said, lang }: TextAsked, offset: number) {
  const understood = understand(said, lang);
  const dialect = 'said' in understood ? understood.said.dialect : undefined;
  const { router } = readTexts([{ file, text }], { dialect, assumesPorts: true });
  const edited = {
    ...{ text, language: lang, router },
    references: referencesOf(router),
    outline: outlineOf(text, file),
  };
  return completionsAt(edited, offset);
}
