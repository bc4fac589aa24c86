import type { Origin } from '../../model/index.ts';
import type { Said } from '../rule.ts';

/** `line 12`: a text is linted on its own, so that its name need not be said. */
export const lineOf = ({ span: { start } }: Origin): Said => ({
  en: `line ${start.line}`,
  id: `baris ${start.line}`,
});
