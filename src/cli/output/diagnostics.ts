import {
  type Diagnostic,
  type InEveryLanguage,
  type Language,
  type Paint,
  renderDiagnostics,
} from '../../text/index.ts';
import { askedLanguage } from '../options/language.ts';
import type { Colours } from './colour.ts';

/** Texts that diagnostics point into, by the name of their file. */
export type Texts = ReadonlyMap<string, string>;

/** Findings of one kind that are shown: a text of another kind than RouterOS has one for every word. */
const most = 100;

const moreOf: InEveryLanguage<(count: number, id: string) => string> = {
  en: (count, id) => `… and ${count} more of ${id}`,
  id: (count, id) => `… dan ${count} lagi dari ${id}`,
};

/** Findings for people, in the colours of a terminal; empty where there are none. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  texts: Texts,
  colours: Colours,
  language: Language = askedLanguage(),
): string {
  if (diagnostics.length === 0) return '';
  const counts = new Map<string, number>();
  const shown = diagnostics.filter(({ id }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count <= most;
  });
  const more = [...counts]
    .filter(([, count]) => count > most)
    .map(([id, count]) => moreOf[language](count - most, id));
  const said = renderDiagnostics(shown, name => texts.get(name), paintOf(colours), language);
  return `${[said, ...more].join('\n\n')}\n`;
}

function paintOf(colours: Colours): Paint {
  const bySeverity = { error: colours.red, warning: colours.yellow, info: colours.cyan };
  return {
    severity: (severity, part) => bySeverity[severity](part),
    faint: colours.dim,
    strong: colours.bold,
  };
}
