import { placeOf } from '../../../model/index.ts';
import type { Due, Ran } from '../../../walk/index.ts';
import { clear, condition, type OpenConditions, raise } from '../../conditions/index.ts';
import type { Effect } from '../effect.ts';

/** Scripts that have run, as sentences for the journal. */
export const ranLines = (ran: readonly Ran[]): string[] => ran.map(lineOf);

function lineOf({ script, isChange, open, forgotten }: Ran): string {
  const [first] = open;
  if (first) return `${nameOf(script)} is not carried out: line ${first.line} is not certain`;
  const left = forgotten.includes(undefined) ? ', but not which connections it removes' : '';
  const gone = forgotten.some(one => one !== undefined) ? ', connections are removed' : '';
  return `${nameOf(script)} has run${isChange ? '' : ', which changes nothing'}${gone}${left}`;
}

/** `down-script of office.rsc:12` */
const nameOf = ({ item, property }: Due): string => `${property} of ${placeOf(item.origin)}`;

/** The same as events. */
export function ranEvents(ran: readonly Ran[], atMs: number): Effect[] {
  return ran.map(({ script, isChange, open: [first] }) => {
    const { item, property } = script;
    const outcome = first ? 'uncertain' : isChange ? 'changed' : 'unchanged';
    const place = placeOf(item.origin);
    return { kind: 'emit', event: { type: 'script', atMs, property, place, outcome, line: first?.line } };
  });
}

/** A script that is not certain is a condition until it runs and is, or its text is gone. */
export function ranConditions(open: OpenConditions, ran: readonly Ran[]): OpenConditions {
  return ran.reduce((conditions, { script, open: [first] }) => {
    const name = nameOf(script);
    if (!first) return clear(conditions, 'gateway/script-uncertain', name);
    const facts = { script: name, line: first.line, text: first.what };
    return raise(conditions, condition('gateway/script-uncertain', facts));
  }, open);
}
