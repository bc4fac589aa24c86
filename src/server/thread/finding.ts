import type { z } from '@hono/zod-openapi';
import type { Diagnostic } from '../../text/index.ts';
import type { Plain } from '../plain.ts';
import type { Finding } from '../schema/index.ts';

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Stretch {
  readonly file: string;
  readonly start: Place;
  readonly end: Place;
}

/** What any stage says of a text, with or without offsets. */
type Said = Pick<Diagnostic, 'id' | 'severity' | 'what' | 'why' | 'do'> &
  Partial<Pick<Diagnostic, 'confidence' | 'counterExample' | 'fix'>> & {
    readonly span: Stretch;
    readonly notes?: readonly { readonly text: string; readonly span?: Stretch | undefined }[] | undefined;
  };

const stretch = ({ start, end }: Stretch) => ({
  ...{ line: start.line, column: start.column, endLine: end.line, endColumn: end.column },
});

export function findingView({
  span,
  notes,
  fix,
  confidence = 'certain',
  ...one
}: Said): Plain<z.infer<typeof Finding>> {
  const { id, severity, what, why, do: todo, counterExample } = one;
  return {
    ...{ id, severity, confidence, file: span.file, ...stretch(span), what, why, do: todo, counterExample },
    ...(notes && {
      related: notes.map(note => ({ text: note.text, line: note.span?.start.line, file: note.span?.file })),
    }),
    ...(fix && {
      fix: { ...fix, edits: fix.edits.map(edit => ({ ...stretch(edit.span), text: edit.text })) },
    }),
  };
}
