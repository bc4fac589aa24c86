import type { Config } from '../config/index.ts';
import { jsonText } from './output/json.ts';

/** A text that gives no answer, as data: why, and all that was found in it. */
export function refusalJson({ file, diagnostics }: Config): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const why = errors.at(-1)?.what ?? '';
  return jsonText({ file, verdict: 'not-judged', why, diagnostics });
}
