import type { LineReply } from '../../gateway/index.ts';

/** `up`, `down (carrier)`, `down (upstream, held)`, `unknown (held)`. */
export function stateText({ status, cause, held }: Pick<LineReply, 'status' | 'cause' | 'held'>): string {
  const why = [cause, held && 'held'].filter(one => one);
  return why.length === 0 ? status : `${status} (${why.join(', ')})`;
}
