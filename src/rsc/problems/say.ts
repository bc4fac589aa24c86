import type { Diagnostic, Language } from '../../text/index.ts';
import { KnownWords, type Problem, type Said, type Source, spanOf } from '../syntax/index.ts';

/** Problems with their places worked out. A wrong text has the same sentence a hundred thousand times: it is held once. */
export function diagnosticsOf(
  source: Source,
  problems: Iterable<Problem>,
  language: Language = 'en',
): Diagnostic[] {
  const sentences = new KnownWords();
  return Array.from(problems, problem => toDiagnostic(source, lean(problem, sentences), language));
}

/** Without the statement that its range may be, which holds all of its words. */
export function lean(problem: Problem, sentences: KnownWords): Problem {
  const { what, why, do: todo, range } = problem;
  const once = ({ en, id }: Said): Said => ({ en: sentences.once(en), id: sentences.once(id) });
  return {
    ...problem,
    what: once(what),
    ...(why !== undefined && { why: once(why) }),
    ...(todo !== undefined && { do: once(todo) }),
    range: { start: range.start, end: range.end },
  };
}

/** The sentences of a finding. */
export type Sentences = Pick<Problem, 'what' | 'why' | 'do'>;

export const inLanguage = (
  { what, why, do: todo }: Sentences,
  language: Language,
): Pick<Diagnostic, 'what' | 'why' | 'do'> => ({
  what: what[language],
  ...(why !== undefined && { why: why[language] }),
  ...(todo !== undefined && { do: todo[language] }),
});

function toDiagnostic(source: Source, problem: Problem, language: Language): Diagnostic {
  const { id, severity, range, notes, fix } = problem;
  return {
    id,
    severity,
    ...inLanguage(problem, language),
    span: spanOf(source, range),
    ...(notes && {
      notes: notes.map(({ text, range: at }) => ({ text: text[language], span: at && spanOf(source, at) })),
    }),
    ...(fix && {
      fix: {
        commands: [],
        edits: fix.edits.map(({ range: at, text }) => ({ span: spanOf(source, at), text })),
        isSafe: fix.isSafe,
      },
    }),
  };
}
