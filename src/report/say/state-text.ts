import { type LineReply, lineCauses } from '../../gateway/index.ts';
import type { Language } from '../../text/index.ts';
import { eventWords } from './event-words.ts';

/** `up`, `down (no link)`, `down (answers again, not used yet)`, `unknown (not used before it answers)`. */
export function stateText(
  { status, cause, held }: Pick<LineReply, 'status' | 'cause' | 'held'>,
  language: Language = 'en',
): string {
  const { states, held: kept } = eventWords[language];
  const isKept = held && (status === 'down' || status === 'unknown');
  const why = isKept ? kept[status] : cause && lineCauses[language][cause];
  return why === undefined ? states[status] : `${states[status]} (${why})`;
}
