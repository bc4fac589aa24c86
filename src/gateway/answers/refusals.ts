import { ControlRefused } from '../control/protocol.ts';
import type { GatewayState } from '../core/index.ts';
import { findLine } from '../replies/index.ts';

/** The line that a word means. Throws ControlRefused. */
export function lineNamed(state: GatewayState, word: string): string {
  const found = findLine(state, word);
  if (found.kind === 'found') return found.line;
  throw new ControlRefused({ code: 'control/unknown-line', what: found.what, do: found.do });
}

/** A question that means nothing. */
export const badQuery = (what: string, todo: string): ControlRefused =>
  new ControlRefused({ code: 'control/bad-query', what, do: todo });
