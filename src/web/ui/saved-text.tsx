import type { Schemas } from '../api/index.ts';
import { nameOf } from '../say/files.ts';
import { useWords } from '../words/language.tsx';
import { shellWords } from '../words/shell.ts';

/** What became of writing a configuration into its files. */
export function SavedText({ saved: { files, problem } }: { readonly saved: Schemas['ConfigSaved'] }) {
  const say = useWords(shellWords);
  if (problem) return <span role="alert">{`${problem.what} ${problem.do}`}</span>;
  return <span role="status">{say.saved(files.map(nameOf).join(', '))}</span>;
}
