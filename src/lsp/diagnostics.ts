import { DiagnosticSeverity, DiagnosticTag, type Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import type { Diagnostic, Severity } from '../text/index.ts';
import type { OpenText } from './text/open-text.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Findings about statements that do nothing: editors show them faded. */
const needless: ReadonlySet<string> = new Set([
  'firewall/chain-unused',
  'firewall/shadowed',
  'marks/unreached',
  'nat/never-reached',
  'queues/queue-shadowed',
]);

/** A finding as editors show it: what is the case, why that matters, a packet that shows it, and what to do. */
export function lspDiagnostic(text: OpenText, one: Diagnostic): LspDiagnostic {
  const { id, severity, what, why, do: todo, counterExample, fix, notes = [], span } = one;
  const parts = [what, why, counterExample, todo, ...(fix?.commands ?? [])];
  const related = notes.flatMap(note =>
    note.span
      ? [{ location: { uri: text.uri, range: text.places.rangeOfSpan(note.span) }, message: note.text }]
      : [],
  );
  return {
    range: text.places.rangeOfSpan(span),
    severity: severities[severity],
    code: id,
    source: 'jalur',
    message: parts.filter(part => part !== undefined).join('\n'),
    ...(related.length > 0 && { relatedInformation: related }),
    ...(needless.has(id) && { tags: [DiagnosticTag.Unnecessary] }),
  };
}
