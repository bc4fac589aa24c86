import type { Script, Statement, Value, Word } from '../syntax/index.ts';
import {
  type Datum,
  type Entry,
  nothing,
  number,
  numberOf,
  text,
  textOf,
  truthOf,
  type Why,
} from './datum.ts';
import { adds, callsFunctions, couldChange, couldStop, namesSet, touchedBy } from './effects.ts';
import { readExpression } from './expression.ts';
import type { Flow, Frame, Machine } from './machine.ts';

/** A statement that was one of the language, and how it goes on. */
interface Handled {
  readonly flow: Flow;
}

type Keyword = (statement: Statement, frame: Frame, machine: Machine) => Flow;

/** Written with or without their colon; all others need it. */
const withoutColon = /^(?:if|for|foreach|while|do|local|global|put|delay|error|return|onerror)$/;

/** Carries out a statement of the language (docs/routeros.md#script-statements); undefined: it is none. */
export function runKeyword(statement: Statement, frame: Frame, machine: Machine): Handled | undefined {
  const [first] = statement.words;
  if (first?.kind !== 'text' || first.quoted) return undefined;
  const hasColon = first.text.startsWith(':');
  const name = first.text.replace(/^:/, '');
  if (!hasColon && !withoutColon.test(name)) return undefined;
  const keyword = Object.hasOwn(keywords, name) ? keywords[name] : undefined;
  return { flow: (keyword ?? withoutEffect)(statement, frame, machine) };
}

/** Does this statement run code, so that it may return something? */
export function runsCode({ words: [first] }: Statement): boolean {
  return first?.kind === 'text' && Object.hasOwn(keywords, first.text.replace(/^:/, ''));
}

const keywords: Readonly<Record<string, Keyword>> = {
  local: (statement, frame, machine) => {
    const { name, value } = definition(statement, frame, machine);
    if (name !== undefined) frame.scope.declare(name, value ?? nothing);
    return undefined;
  },
  global: (statement, frame, machine) => {
    const { name, value } = definition(statement, frame, machine);
    if (name !== undefined) frame.scope.link(name, value);
    return undefined;
  },
  set: (statement, frame, machine) => {
    const { name, value } = definition(statement, frame, machine);
    if (name !== undefined) frame.scope.set(name, value ?? nothing);
    return undefined;
  },
  if: runIf,
  for: runFor,
  foreach: runForeach,
  while: (statement, frame, machine) =>
    loop(statement.words[1], bodyOf(statement, 'do'), { statement, frame, machine, first: false }),
  do: runDo,
  onerror: runOnError,
  retry: (statement, frame, machine) => attempt(bodyOf(statement, 'command'), statement, frame, machine),
  return: (statement, frame, machine) => ({ kind: 'return', value: returned(statement, frame, machine) }),
  error: (statement, { source }) => ({ kind: 'failed', place: { source, range: statement }, meant: true }),
  execute: runAnything,
  import: runAnything,
};

const plainValue = (word: Word): Value => (word.kind === 'argument' ? word.value : word);

const worthOf = (word: Word, frame: Frame, machine: Machine): Datum =>
  machine.evaluate(plainValue(word), frame);

/** Without a value, a console asks its user for one. */
function returned(statement: Statement, frame: Frame, machine: Machine): Datum {
  const [, word] = statement.words;
  if (word) return worthOf(word, frame, machine);
  return machine.host.scripted ? nothing : machine.unknown('command', statement, frame);
}

/** `:put`, `:log`, `:delay` …: what stands in their brackets is carried out all the same. */
function withoutEffect({ words }: Statement, frame: Frame, machine: Machine): Flow {
  for (const word of words.slice(1)) if (plainValue(word).kind !== 'block') worthOf(word, frame, machine);
  return undefined;
}

/** A program from a file, or of a text that was put together. */
function runAnything(statement: Statement, { source }: Frame, machine: Machine): Flow {
  machine.open('statement', { source, range: statement });
  return undefined;
}

/** `name value`, `name=value`, `name do={ … }`. */
function definition({ words: [, first, second] }: Statement, frame: Frame, machine: Machine) {
  if (first?.kind === 'argument') return { name: first.name, value: machine.evaluate(first.value, frame) };
  const name = nameIn(first, frame);
  if (first?.kind === 'expression' && name !== undefined && second)
    return { name, value: withPart(name, first, second, frame, machine) };
  if (second?.kind !== 'argument')
    return {
      name,
      value: whole(first) && second ? machine.evaluate(second, frame) : partOf(first, frame, machine),
    };
  const { value } = second;
  const code = value.kind === 'block' && second.name === 'do';
  return {
    name,
    value: code
      ? ({ kind: 'code', script: value.script, source: frame.source } as const)
      : machine.unknown('operation', second, frame),
  };
}

const whole = (word: Value | undefined): boolean => word?.kind === 'text' || word?.kind === 'variable';

/** `:set ($array->"key") value`: the array with that part. */
function withPart(
  name: string,
  target: Value & { readonly kind: 'expression' },
  given: Word,
  frame: Frame,
  machine: Machine,
): Datum {
  const inside = { start: target.start + 1, end: target.end - 1 };
  const read = readExpression(frame.source, inside);
  const array = frame.scope.get(name);
  const open = machine.unknown('operation', target, frame);
  if (read.kind !== 'pair' || read.operator !== '->' || read.left.kind !== 'operand') return open;
  if (read.left.value.kind !== 'variable' || array?.kind !== 'list') return open;
  const { right } = read;
  const key =
    right.kind === 'operand'
      ? textOf(machine.evaluate(right.value, frame))
      : right.kind === 'word'
        ? right.text
        : undefined;
  if (key === undefined) return open;
  const value = worthOf(given, frame, machine);
  const at = array.entries.findIndex(
    (entry, i) => entry.key === key || (entry.key === undefined && `${i}` === key),
  );
  const entries =
    at < 0 ? [...array.entries, { key, value }] : array.entries.with(at, { ...array.entries[at], value });
  return { kind: 'list', entries };
}

/** Another way to name a part is not followed. */
const partOf = (word: Value | undefined, frame: Frame, machine: Machine): Datum | undefined =>
  word && !whole(word) ? machine.unknown('operation', word, frame) : undefined;

function nameIn(word: Value | undefined, { source }: Frame): string | undefined {
  if (word?.kind === 'text') return word.text;
  if (word?.kind === 'variable') return word.name;
  return word && /\$"?([A-Za-z0-9]+)/.exec(source.text.slice(word.start, word.end))?.[1];
}

function bodyOf({ words }: Statement, name: string): Script | undefined {
  for (const word of words)
    if (word.kind === 'argument' && word.name === name && word.value.kind === 'block')
      return word.value.script;
  return undefined;
}

function argument({ words }: Statement, name: string): Value | undefined {
  for (const word of words) if (word.kind === 'argument' && word.name === name) return word.value;
  return undefined;
}

function runIf(statement: Statement, frame: Frame, machine: Machine): Flow {
  const [, test] = statement.words;
  const place = { source: frame.source, range: statement };
  const value = test ? worthOf(test, frame, machine) : nothing;
  const outcome = truthOf(value) ?? machine.host.answer?.(place);
  const [yes, no] = [bodyOf(statement, 'do'), bodyOf(statement, 'else')];
  const made =
    outcome === undefined && test ? bodyThatMakes(value, test, [yes, no], frame, machine) : undefined;
  if (made) return machine.block(made, frame);
  if (outcome === undefined)
    return skip([yes, no], value.kind === 'unknown' ? value.why : 'operation', statement, frame, machine);
  const body = outcome ? yes : no;
  return body && machine.block(body, frame);
}

/**
 * `:if ([:len [find …]] = 0) do={ add … }`: whether the router has such an item or not, it has one afterwards. The code
 * that makes it, where nobody knows whether it is there; undefined where none does.
 */
function bodyThatMakes(
  value: Datum,
  test: Word,
  [yes, no]: readonly [Script | undefined, Script | undefined],
  frame: Frame,
  machine: Machine,
): Script | undefined {
  if (value.kind !== 'unknown' || value.menu === undefined) return undefined;
  machine.host.assumeNone = true;
  const ifNone = truthOf(worthOf(test, frame, machine));
  machine.host.assumeNone = false;
  const body = ifNone === undefined ? undefined : ifNone ? yes : no;
  const menu = typeof frame.menu === 'string' ? frame.menu : frame.menu.path;
  return body && touchedBy(body, menu)?.includes(value.menu) ? body : undefined;
}

/** Nobody knows whether this code runs: what it may set is unknown, what it may change is left open. */
function skip(
  bodies: readonly (Script | undefined)[],
  why: Why,
  range: Statement,
  frame: Frame,
  machine: Machine,
): Flow {
  const place = { source: frame.source, range };
  const menu = typeof frame.menu === 'string' ? frame.menu : frame.menu.path;
  const scripts = bodies.filter(body => body !== undefined);
  if (scripts.some(callsFunctions)) frame.scope.doubt(machine.unknown(why, range, frame));
  for (const name of scripts.flatMap(namesSet)) frame.scope.set(name, machine.unknown(why, range, frame));
  if (scripts.some(script => couldChange(script, menu))) machine.open(why, place, allTouched(scripts, menu));
  return scripts.some(couldStop) ? { kind: 'lost', why, place } : undefined;
}

/** Menus that any of these may change; undefined: any menu. */
function allTouched(scripts: readonly Script[], menu: string): readonly string[] | undefined {
  const each = scripts.map(script => touchedBy(script, menu));
  return each.every(one => one !== undefined) ? [...new Set(each.flat())] : undefined;
}

interface Looping {
  readonly statement: Statement;
  readonly frame: Frame;
  readonly machine: Machine;
  /** Once before the condition is asked. */
  readonly first: boolean;
}

function loop(
  test: Word | undefined,
  body: Script | undefined,
  { statement, frame, machine, first }: Looping,
): Flow {
  let asked = !first;
  for (;;) {
    const value = asked && test ? worthOf(test, frame, machine) : undefined;
    const goesOn = value === undefined ? true : truthOf(value);
    if (goesOn === undefined)
      return skip([body], value?.kind === 'unknown' ? value.why : 'operation', statement, frame, machine);
    const flow = goesOn && body ? turn(body, statement, frame, machine) : undefined;
    if (!goesOn || !body || flow) return flow;
    asked = true;
  }
}

/** One turn of a loop; loops of empty bodies end too. */
function turn(body: Script, statement: Statement, frame: Frame, machine: Machine): Flow {
  if (machine.step(statement, frame)) return machine.block(body, frame);
  return { kind: 'lost', why: 'length', place: { source: frame.source, range: statement } };
}

function runFor(statement: Statement, frame: Frame, machine: Machine): Flow {
  const read = (name: string, fallback?: number) => {
    const value = argument(statement, name);
    return value ? numberOf(machine.evaluate(value, frame)) : fallback;
  };
  const [from, to] = [read('from'), read('to')];
  const body = bodyOf(statement, 'do');
  if (from === undefined || to === undefined) return skip([body], 'operation', statement, frame, machine);
  const step = read('step', from <= to ? 1 : -1);
  if (step === undefined || step === 0 || !body) return undefined;
  for (let i = from; step > 0 ? i <= to : i >= to; i += step) {
    const flow = turn(body, statement, withVariables(statement, frame, [number(i)]), machine);
    if (flow) return flow;
  }
  return undefined;
}

/** The frame of a turn, with the variables that the loop names: `i`, or `key,value`. */
function withVariables({ words }: Statement, frame: Frame, values: readonly Datum[]): Frame {
  const [, name] = words;
  const names = name?.kind === 'text' ? name.text.split(',') : [];
  const scope = frame.scope.inner();
  const shown = names.length === 1 ? values.slice(-1) : values;
  for (const [i, one] of names.entries()) scope.declare(one, shown[i] ?? nothing);
  return { ...frame, scope };
}

function runForeach(statement: Statement, frame: Frame, machine: Machine): Flow {
  const among = argument(statement, 'in');
  const body = bodyOf(statement, 'do');
  const items = among ? machine.evaluate(among, frame) : nothing;
  if (!body) return undefined;
  // What the router may have beside the text, and is only changed or removed, is no part of what the text makes.
  if (items.kind === 'unknown' && items.menu !== undefined && !adds(body)) return undefined;
  if (items.kind === 'unknown' || items.kind === 'code')
    return skip([body], items.kind === 'unknown' ? items.why : 'operation', statement, frame, machine);
  for (const [i, entry] of entriesOf(items).entries()) {
    const key = entry.key === undefined ? number(i) : text(entry.key);
    const flow = turn(body, statement, withVariables(statement, frame, [key, entry.value]), machine);
    if (flow) return flow;
  }
  return undefined;
}

function entriesOf(items: Datum): readonly Entry[] {
  if (items.kind === 'list') return items.entries;
  return textOf(items) === '' ? [] : [{ value: items }];
}

/** `:do { … } on-error={ … }`, `:do { … } while=( … )`. */
function runDo(statement: Statement, frame: Frame, machine: Machine): Flow {
  const [, block] = statement.words;
  const body = block?.kind === 'block' ? block.script : bodyOf(statement, 'command');
  const test = statement.words.find(word => word.kind === 'argument' && word.name === 'while');
  if (test) return loop(test, body, { statement, frame, machine, first: true });
  return attempt(body, statement, frame, machine);
}

function attempt(body: Script | undefined, statement: Statement, frame: Frame, machine: Machine): Flow {
  const flow = body && machine.block(body, frame);
  const rescue = bodyOf(statement, 'on-error');
  return flow?.kind === 'failed' && rescue ? machine.block(rescue, frame) : flow;
}

/** `:onerror e in={ … } do={ … }` */
function runOnError(statement: Statement, frame: Frame, machine: Machine): Flow {
  const body = bodyOf(statement, 'in');
  const flow = body && machine.block(body, frame);
  const rescue = bodyOf(statement, 'do');
  if (flow?.kind !== 'failed' || !rescue) return flow;
  return machine.block(rescue, withVariables(statement, frame, [text('')]));
}
