import {
  connectionField,
  hex,
  inField,
  type MarkField,
  packetField,
  routingField,
} from '../../linux/index.ts';
import { mainTable } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { noMark } from '../numbers.ts';
import type { Condition } from './condition.ts';

export type MarkKind = 'connection-mark' | 'routing-mark' | 'packet-mark';

const places: Readonly<Record<MarkKind, { field: MarkField; word: string }>> = {
  // Without a conntrack entry (invalid, untracked) the expression breaks off and the rule does not match, not even
  // with `!`: as on RouterOS (routeros.md section 2.3).
  'connection-mark': { field: connectionField, word: 'ct mark' },
  'routing-mark': { field: routingField, word: 'meta mark' },
  'packet-mark': { field: packetField, word: 'meta mark' },
};

/** The number of a mark's name; 0 for `no-mark` (and `main`, v7's name of no routing mark); undefined: no room. */
export function markNumber({ marks }: LinuxContext, kind: MarkKind, name: string): number | undefined {
  if (name === noMark || (kind === 'routing-mark' && name === mainTable)) return 0;
  if (kind === 'connection-mark') return marks.connection.get(name);
  return kind === 'routing-mark' ? marks.routing.get(name) : marks.packet.get(name);
}

/** `connection-mark=X`: the field of the mark word, compared. */
export function matchMark(context: LinuxContext, kind: MarkKind, name: string, negated: boolean): Condition {
  const number = markNumber(context, kind, name);
  if (number === undefined) return { refused: `there is no number left for mark ${name}` };
  const { field, word } = places[kind];
  return [`${word} & ${hex(field.mask)} ${negated ? '!=' : '=='} ${hex(inField(field, number))}`];
}
