import { hex, inField, markLayout, markWord, outside } from '../../../linux/index.ts';
import type { MarkKind } from '../../../model/index.ts';
import type { LinuxContext } from '../../context.ts';
import { markNumber } from '../../numbers.ts';
import { type Effect, refused, statements } from './effect.ts';

/** `action=mark-connection new-connection-mark=X`: sets the field and leaves every other bit as it is. */
export function actMark({ marks }: LinuxContext, kind: MarkKind, mark: string): Effect {
  const number = markNumber(marks, kind, mark);
  if (number === undefined) return refused(`there is no number left for mark ${mark}`);
  const [field, word] = [markLayout[kind], markWord[kind]];
  const cleared = `${word} & ${hex(outside(field.mask))}`;
  const value = number === 0 ? cleared : `${cleared} | ${hex(inField(field, number))}`;
  return statements(`${word} set ${value}`);
}
