import { isIpv4 } from '../../net/index.ts';
import {
  bare,
  type Datum,
  list,
  nothing,
  number,
  numberOf,
  text,
  textOf,
  truth,
  truthOf,
  typeOf,
  unknownIn,
} from './datum.ts';

/** Gives undefined where the answer is not established. */
type Answer = (values: readonly Datum[]) => Datum | undefined;

const one =
  (answer: (value: Datum) => Datum | undefined): Answer =>
  ([value = nothing]) =>
    answer(value);

/** Commands that give a value and depend on nothing but their arguments (docs/routeros.md#script-values). */
const answers: Readonly<Record<string, Answer>> = {
  len: one(value => {
    if (value.kind === 'list') return number(value.entries.length);
    const known = textOf(value);
    return known === undefined ? undefined : number(known.length);
  }),
  typeof: one(value => text(typeOf(value))),
  tostr: one(value => fromText(value, text)),
  toid: one(value => fromText(value, bare)),
  totime: one(value => fromText(value, bare)),
  toip: one(value => fromText(value, known => (isIpv4(known) ? bare(known) : nothing))),
  tonum: one(value => {
    const known = numberOf(value);
    return known === undefined ? (textOf(value) === undefined ? undefined : nothing) : number(known);
  }),
  tobool: one(value => {
    const known = truthOf(value);
    return known === undefined ? undefined : truth(known);
  }),
  toarray: one(value => {
    if (value.kind === 'list') return value;
    return fromText(value, known => list(known === '' ? [] : known.split(',').map(bare)));
  }),
  pick: ([value = nothing, from = nothing, to]) => pick(value, numberOf(from), to && numberOf(to)),
  find: ([value = nothing, part = nothing, after]) => find(value, part, after ? numberOf(after) : -1),
  nothing: () => nothing,
};

const fromText = (value: Datum, make: (known: string) => Datum): Datum | undefined => {
  const known = textOf(value);
  return known === undefined ? undefined : make(known);
};

function pick(value: Datum, from: number | undefined, to: number | undefined): Datum | undefined {
  if (from === undefined || from < 0) return undefined;
  if (value.kind === 'list') {
    const entries = value.entries.slice(from, to);
    const [first] = entries;
    return to === undefined ? (first?.value ?? nothing) : { kind: 'list', entries };
  }
  return fromText(value, known => text(known.slice(from, to ?? from + 1)));
}

/** The position behind `after`; nothing where it is not there. */
function find(value: Datum, part: Datum, after: number | undefined): Datum | undefined {
  const wanted = textOf(part);
  if (wanted === undefined || after === undefined) return undefined;
  const at =
    value.kind === 'list'
      ? value.entries.findIndex((entry, i) => i > after && textOf(entry.value) === wanted)
      : textOf(value)?.indexOf(wanted, after + 1);
  if (at === undefined) return undefined;
  return at < 0 ? nothing : number(at);
}

export const isFunction = (name: string): boolean => Object.hasOwn(answers, name);

/** The answer of `[:len …]` and the like; undefined where nobody but a router can say. */
export function answerTo(name: string, values: readonly Datum[]): Datum | undefined {
  if (values.some(value => unknownIn(value)) && name !== 'len') return undefined;
  return answers[name]?.(values);
}
