import { hex, inField, keptField, markLayout, markWord, outside } from '../../../linux/index.ts';
import type { MarkKind } from '../../../model/index.ts';
import type { LinuxContext } from '../../context.ts';
import { markNumber, noNumber } from '../../numbers.ts';
import { type Effect, refused, statements } from './effect.ts';

/**
 * Has the connection the mark that the rule sets (`==`), or another one? To set the one that it has would end what was decided
 * about it with each packet.
 */
export function hasMark({ marks }: LinuxContext, mark: string, test: '==' | '!='): string {
  const field = markLayout.connection;
  return `ct mark & ${hex(field.mask)} ${test} ${hex(inField(field, markNumber(marks, 'connection', mark) ?? 0))}`;
}

/**
 * `action=mark-connection new-connection-mark=X`: sets the field and leaves every other bit as it is. `keeps`: what was
 * decided about the connection ends with its mark.
 */
export function actMark({ marks }: LinuxContext, kind: MarkKind, mark: string, keeps = false): Effect {
  const number = markNumber(marks, kind, mark);
  if (number === undefined) return refused(noNumber(mark));
  const [field, word] = [markLayout[kind], markWord[kind]];
  const cleared = `${word} & ${hex(outside(field.mask | (keeps ? keptField.mask : 0)))}`;
  const value = (inField(field, number) | (keeps ? keptField.changed : 0)) >>> 0;
  return statements(`${word} set ${value === 0 ? cleared : `${cleared} | ${hex(value)}`}`);
}
