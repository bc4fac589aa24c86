import type { Diagnostic } from '../text/index.ts';
import { KnownWords, type Problem, type Source, spanOf } from './syntax/index.ts';

/** Problems with their places worked out. A wrong text has the same sentence a hundred thousand times: it is held once. */
export function diagnosticsOf(source: Source, problems: Iterable<Problem>): Diagnostic[] {
  const sentences = new KnownWords();
  return Array.from(problems, problem => toDiagnostic(source, lean(problem, sentences)));
}

/** Without the statement that its range may be, which holds all of its words. */
export function lean(problem: Problem, sentences: KnownWords): Problem {
  const { what, why, do: todo, range } = problem;
  return {
    ...problem,
    what: sentences.once(what),
    ...(why !== undefined && { why: sentences.once(why) }),
    ...(todo !== undefined && { do: sentences.once(todo) }),
    range: { start: range.start, end: range.end },
  };
}

function toDiagnostic(
  source: Source,
  { id, severity, what, why, do: todo, range, notes, fix }: Problem,
): Diagnostic {
  return {
    id,
    severity,
    what,
    ...(why !== undefined && { why }),
    ...(todo !== undefined && { do: todo }),
    span: spanOf(source, range),
    ...(notes && { notes: notes.map(({ text, range: at }) => ({ text, span: at && spanOf(source, at) })) }),
    ...(fix && {
      fix: {
        commands: [],
        edits: fix.edits.map(({ range: at, text }) => ({ span: spanOf(source, at), text })),
        isSafe: fix.isSafe,
      },
    }),
  };
}
