import type { Diagnostic } from './diagnostic.ts';
import type { Position, Span } from './span.ts';

/** A place without offsets: what editors and scripts need. */
interface JsonSpan {
  readonly file: string;
  readonly start: Pick<Position, 'line' | 'column'>;
  readonly end: Pick<Position, 'line' | 'column'>;
}

/** A finding as plain data for `--json`; absent parts are left out. */
export interface JsonDiagnostic extends Pick<Diagnostic, 'id' | 'severity' | 'what' | 'why' | 'do'> {
  readonly span: JsonSpan;
  readonly notes?: readonly { readonly text: string; readonly span?: JsonSpan }[];
}

const place = ({ line, column }: Position) => ({ line, column });

function jsonSpan({ file, start, end }: Span): JsonSpan {
  return { file, start: place(start), end: place(end) };
}

export function jsonDiagnostic({
  id,
  severity,
  what,
  why,
  do: todo,
  span,
  notes,
}: Diagnostic): JsonDiagnostic {
  return {
    id,
    severity,
    what,
    ...(why !== undefined && { why }),
    ...(todo !== undefined && { do: todo }),
    span: jsonSpan(span),
    ...(notes && {
      notes: notes.map(note => ({ text: note.text, ...(note.span && { span: jsonSpan(note.span) }) })),
    }),
  };
}
