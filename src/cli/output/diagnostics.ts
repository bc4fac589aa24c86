import { type Diagnostic, type Paint, renderDiagnostics } from '../../text/index.ts';
import type { Colours } from './colour.ts';

/** Texts that diagnostics point into, by the name of their file. */
export type Texts = ReadonlyMap<string, string>;

/** Findings for people, in the colours of a terminal; empty where there are none. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], texts: Texts, colours: Colours): string {
  if (diagnostics.length === 0) return '';
  return `${renderDiagnostics(diagnostics, name => texts.get(name), paintOf(colours))}\n`;
}

function paintOf(colours: Colours): Paint {
  const bySeverity = { error: colours.red, warning: colours.yellow, info: colours.cyan };
  return {
    severity: (severity, part) => bySeverity[severity](part),
    faint: colours.dim,
    strong: colours.bold,
  };
}
