import type { Range, Script, Source } from '../syntax/index.ts';
import { bool } from '../types/index.ts';

/** A stretch of a script. */
export interface Place {
  readonly source: Source;
  readonly range: Range;
}

/**
 * Why nobody but a running router knows. `command`: what a command answers; `state`: what an item is at the moment;
 * `elsewhere`: whether the router that a text is put on has such items, as the text itself makes none before;
 * `variable`: nothing here sets it; `operation`: the language's answer is not established; `length`: the script ran
 * longer than it is followed; `failed`: the router refuses the command and the script ends; `statement`: what the
 * statement does is not modelled.
 */
export type Why =
  | 'command'
  | 'state'
  | 'elsewhere'
  | 'variable'
  | 'operation'
  | 'length'
  | 'failed'
  | 'statement';

export type ScalarType = 'str' | 'num' | 'bool' | 'ip' | 'ip-prefix' | 'time' | 'id';

interface Scalar {
  readonly kind: 'scalar';
  readonly type: ScalarType;
  readonly text: string;
}

export interface Entry {
  readonly key?: string | undefined;
  readonly value: Datum;
}

interface List {
  readonly kind: 'list';
  readonly entries: readonly Entry[];
}

/** `do={ … }`: a function. */
export interface Code {
  readonly kind: 'code';
  readonly script: Script;
  readonly source: Source;
}

interface Nothing {
  readonly kind: 'nothing';
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly why: Why;
  readonly place: Place;
  /** Of `elsewhere`: the menu that is asked. */
  readonly menu?: string | undefined;
}

/** A value of the scripting language (docs/routeros.md#script-values), or that it is not known and where that begins. */
export type Datum = Scalar | List | Code | Nothing | Unknown;

export const nothing: Nothing = { kind: 'nothing' };
export const text = (value: string): Scalar => ({ kind: 'scalar', type: 'str', text: value });
export const number = (value: number): Scalar => ({ kind: 'scalar', type: 'num', text: `${value}` });
export const truth = (value: boolean): Scalar => ({ kind: 'scalar', type: 'bool', text: `${value}` });
export const list = (values: readonly Datum[]): List => ({
  kind: 'list',
  entries: values.map(value => ({ value })),
});

export const unknown = (why: Why, place: Place): Unknown => ({ kind: 'unknown', why, place });

const forms: readonly (readonly [ScalarType, RegExp])[] = [
  ['num', /^-?(?:\d+|0x[0-9a-fA-F]+)$/],
  ['bool', /^(?:true|false|yes|no)$/],
  ['ip', /^\d{1,3}(?:\.\d{1,3}){3}$/],
  ['ip-prefix', /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/],
  ['time', /^(?:\d+(?:w|d|h|m|s|ms))+$|^(?:\d+w)?(?:\d+d)?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?$/],
  ['id', /^\*[0-9A-F]+$/],
];

/** A word without quotes has the type that its form shows. */
export function bare(word: string): Scalar {
  const type = forms.find(([, form]) => form.test(word))?.[0] ?? 'str';
  return { kind: 'scalar', type, text: word };
}

/** A value as text: lists with `;`, nothing as the empty text; undefined where it is not known, or code. */
export function textOf(datum: Datum): string | undefined {
  switch (datum.kind) {
    case 'scalar':
      return datum.text;
    case 'nothing':
      return '';
    case 'list':
      return listText(datum.entries);
    case 'code':
    case 'unknown':
      return undefined;
  }
}

function listText(entries: readonly Entry[]): string | undefined {
  const texts: string[] = [];
  for (const { key, value } of entries) {
    const one = textOf(value);
    if (one === undefined) return undefined;
    texts.push(key === undefined ? one : `${key}=${one}`);
  }
  return texts.join(';');
}

/** The text of a value as a property takes it: lists with commas. */
export function propertyTextOf(datum: Datum): string | undefined {
  return datum.kind === 'list' ? textOf(datum)?.replaceAll(';', ',') : textOf(datum);
}

/** The first unknown value in a value. */
export function unknownIn(datum: Datum): Unknown | undefined {
  if (datum.kind === 'unknown') return datum;
  if (datum.kind !== 'list') return undefined;
  for (const { value } of datum.entries) {
    const found = unknownIn(value);
    if (found) return found;
  }
  return undefined;
}

/** What a condition comes to: `true`, `yes`, and texts that read so; undefined: nobody can say. */
export function truthOf(datum: Datum): boolean | undefined {
  return datum.kind === 'scalar' ? bool.read(datum.text) : undefined;
}

export function numberOf(datum: Datum): number | undefined {
  if (datum.kind !== 'scalar' || !/^-?(?:\d+|0x[0-9a-fA-F]+)$/.test(datum.text)) return undefined;
  const value = Number(datum.text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** `:typeof`. */
export function typeOf(datum: Datum): string {
  if (datum.kind === 'scalar') return datum.type;
  return { nothing: 'nothing', list: 'array', code: 'code', unknown: 'unknown' }[datum.kind];
}
