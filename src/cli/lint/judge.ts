import type { TextFile } from '../../config/index.ts';
import { type Judged, type LintedFile, type LintOptions, lint, verdictOf } from '../../lint/index.ts';
import { prove } from '../../prove/index.ts';
import { type LintReading, lintInputOf } from './input.ts';

/** A text, and how it is to be looked at. */
export interface Subject {
  readonly text: TextFile;
  readonly reading: LintReading;
  readonly options: LintOptions;
}

/** What is found in a text; undefined where an option does not fit it, which has been said. */
export function lintOne({ text, reading, options }: Subject): LintedFile | undefined {
  const read = lintInputOf(text, reading);
  if (!read) return undefined;
  const { config, input } = read;
  const result = lint(input, options);
  const { statements, notUnderstood } = config;
  const verdict = verdictOf(result, options.language, { statements, notUnderstood: notUnderstood.length });
  return {
    ...result,
    file: text.file,
    text: text.text,
    verdict,
    statements,
    notUnderstood: notUnderstood.length,
  };
}

/** Kinds of packets that are walked in each state of the lines for each try. */
const mostKinds = 500;

/** What is found in another text of the same file, and what holds of its packets, also while lines are down. */
export function judgeWith({ text: like, reading, options }: Subject, text: string): Judged | undefined {
  const read = lintInputOf({ ...like, text }, reading);
  if (!read) return undefined;
  const { config, input } = read;
  // A text with nothing in it stays as it is; none may become so.
  if (!config.readable && text !== like.text) return undefined;
  const { router, world, leaseRoutes } = input;
  return {
    // Nothing is hidden by a severity: what comes of a fix counts whatever it is.
    diagnostics: lint(input, { ...options, severity: 'info' }).diagnostics,
    proof: prove(router, world, { engine: 'routeros', leaseRoutes, mostKinds }),
  };
}
