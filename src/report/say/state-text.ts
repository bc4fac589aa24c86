import type { LineReply } from '../../gateway/index.ts';
import type { Language } from '../../text/index.ts';
import { eventWords } from './event-words.ts';

/** `up`, `down (carrier)`, `down (upstream, held)`, `unknown (held)`. */
export function stateText(
  { status, cause, held }: Pick<LineReply, 'status' | 'cause' | 'held'>,
  language: Language = 'en',
): string {
  const { states, causes } = eventWords[language];
  const why = [...(cause ? [causes[cause]] : []), ...(held ? [causes.held] : [])];
  return why.length === 0 ? states[status] : `${states[status]} (${why.join(', ')})`;
}
