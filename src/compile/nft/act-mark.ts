import {
  connectionField,
  hex,
  inField,
  type MarkField,
  outside,
  packetField,
  routingField,
} from '../../linux/index.ts';
import type { LinuxContext } from '../context.ts';
import { type Effect, refused, statements } from './effect.ts';
import { type MarkKind, markNumber } from './match-mark.ts';

export type MarkAction = 'mark-connection' | 'mark-routing' | 'mark-packet';

interface Place {
  readonly field: MarkField;
  readonly word: string;
  readonly name: MarkKind;
}

const places: Readonly<Record<MarkAction, Place>> = {
  'mark-connection': { field: connectionField, word: 'ct mark', name: 'connection-mark' },
  'mark-routing': { field: routingField, word: 'meta mark', name: 'routing-mark' },
  'mark-packet': { field: packetField, word: 'meta mark', name: 'packet-mark' },
};

/** `action=mark-connection new-connection-mark=X`: sets the field and leaves every other bit as it is. */
export function actMark(context: LinuxContext, action: MarkAction, mark: string): Effect {
  const { field, word, name } = places[action];
  const number = markNumber(context, name, mark);
  if (number === undefined) return refused(`there is no number left for mark ${mark}`);
  const cleared = `${word} & ${hex(outside(field.mask))}`;
  const value = number === 0 ? cleared : `${cleared} | ${hex(inField(field, number))}`;
  return statements(`${word} set ${value}`);
}
