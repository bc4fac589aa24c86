import type { MadeStretch } from '../rsc/index.ts';
import type { Diagnostic, Language, Span } from '../text/index.ts';
import type { Intent, IntentRun } from './normal/index.ts';
import { printIntent } from './print.ts';
import { placeOfKey, readIntent } from './read/index.ts';
import { unsaidOf } from './unsaid.ts';

/** What a `gateway.yaml` stands for, or the errors that prevent it: then there is no text. */
export interface MadeIntent {
  readonly text: string;
  /** Which stretch of it comes from where. */
  readonly made: readonly MadeStretch[];
  readonly intent?: Intent | undefined;
  readonly run?: IntentRun | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What of it the text does not hold, as that is how it is run. */
  readonly unsaid: readonly Diagnostic[];
}

/** Reads an intent and says it as RouterOS 7 text, each part with the line and column of its key. Never throws. */
export function makeIntent(yaml: string, file: string, language: Language = 'en'): MadeIntent {
  const { found, diagnostics } = readIntent(yaml, file, language);
  if (!found) return { text: '', made: [], diagnostics, unsaid: [] };
  const { text, stretches } = printIntent(found.intent);
  const known = new Map<string, Span>();
  const spanOf = (path: readonly (string | number)[]): Span => {
    const key = path.join('\0');
    const span = known.get(key) ?? placeOfKey(found.place, path);
    known.set(key, span);
    return span;
  };
  return {
    text,
    made: stretches.map(({ start, end, path }) => ({ start, end, span: spanOf(path) })),
    intent: found.intent,
    run: found.intent.run,
    diagnostics,
    unsaid: unsaidOf(found.intent, spanOf, language),
  };
}
