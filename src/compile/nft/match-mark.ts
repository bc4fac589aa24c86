import { hex, inField, markLayout, markWord } from '../../linux/index.ts';
import type { MarkKind } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { markNumber, noNumber } from '../numbers.ts';
import type { Condition } from './condition.ts';

const kinds = {
  'connection-mark': 'connection',
  'routing-mark': 'routing',
  'packet-mark': 'packet',
} as const;

/**
 * `connection-mark=X`: the field of the mark word, compared. Without a conntrack entry (invalid, untracked) `ct mark`
 * breaks off and the rule does not match, not even with `!`: as on RouterOS (docs/routeros.md#matchers).
 */
export function matchMark(
  { marks }: LinuxContext,
  matcher: `${MarkKind}-mark`,
  name: string,
  negated: boolean,
): Condition {
  const kind = kinds[matcher];
  const number = markNumber(marks, kind, name);
  if (number === undefined) return { refused: noNumber(name) };
  const field = markLayout[kind];
  return [`${markWord[kind]} & ${hex(field.mask)} ${negated ? '!=' : '=='} ${hex(inField(field, number))}`];
}
