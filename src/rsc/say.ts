import type { Diagnostic } from '../text/index.ts';
import { type Problem, type Source, spanOf } from './syntax/index.ts';

/** A problem with its places worked out. */
export function toDiagnostic(source: Source, { range, notes, fix, ...problem }: Problem): Diagnostic {
  return {
    ...problem,
    span: spanOf(source, range),
    ...(notes && { notes: notes.map(({ text, range: at }) => ({ text, span: at && spanOf(source, at) })) }),
    ...(fix && { fix: fix.map(({ range: at, text }) => ({ span: spanOf(source, at), text })) }),
  };
}
