import type { BlockValue, Value, VariableValue } from '../syntax/index.ts';
import { bare, type Datum, type Entry, nothing, text, textOf, truth, truthOf } from './datum.ts';
import { type Expression, readArray, readExpression } from './expression.ts';
import type { Frame, Machine } from './machine.ts';
import { combine, invert } from './operators.ts';

/** What a word of a statement stands for. */
export function worthOf(value: Value, frame: Frame, machine: Machine): Datum {
  switch (value.kind) {
    case 'text':
      return value.quoted ? text(value.text) : bare(value.text);
    case 'variable':
      return frame.scope.get(value.name) ?? unset(value, frame, machine);
    case 'mixed':
      return joined(value.parts, frame, machine);
    case 'command': {
      const [part, ...more] = value.script.parts.filter(({ kind }) => kind !== 'comment');
      if (part?.kind !== 'statement' || more.length > 0) return machine.unknown('command', value, frame);
      return machine.result(part, frame);
    }
    case 'expression': {
      // In a string a `$` stands before the bracket.
      const begins = frame.source.text[value.start] === '$' ? 2 : 1;
      const inside = { start: value.start + begins, end: value.end - 1 };
      return worth(readExpression(frame.source, inside), frame, machine);
    }
    case 'block':
      return arrayOf(value, frame, machine);
  }
}

/** On a router that runs, a global variable that no script has set is nothing. */
function unset(value: VariableValue, frame: Frame, machine: Machine): Datum {
  return machine.host.scripted && frame.scope.isGlobal(value.name)
    ? nothing
    : machine.unknown('variable', value, frame);
}

function arrayOf(value: BlockValue, frame: Frame, machine: Machine): Datum {
  return worth(readArray(frame.source, value), frame, machine);
}

function joined(parts: readonly Value[], frame: Frame, machine: Machine): Datum {
  let whole = '';
  for (const part of parts) {
    const datum = part.kind === 'text' ? text(part.text) : worthOf(part, frame, machine);
    if (datum.kind === 'unknown') return datum;
    const one = textOf(datum);
    if (one === undefined) return machine.unknown('operation', part, frame);
    whole += one;
  }
  return text(whole);
}

function worth(expression: Expression, frame: Frame, machine: Machine): Datum {
  switch (expression.kind) {
    case 'operand':
      return worthOf(expression.value, frame, machine);
    case 'word':
      return bare(expression.text);
    case 'array':
      return { kind: 'list', entries: expression.entries.map(entry => entryOf(entry, frame, machine)) };
    case 'prefix': {
      const of = worth(expression.of, frame, machine);
      if (of.kind === 'unknown') return of;
      return invert(expression.operator, of) ?? machine.unknown('operation', expression, frame);
    }
    case 'pair':
      return pairOf(expression, frame, machine);
    case 'not-understood':
      return machine.unknown('operation', expression, frame);
  }
}

interface Keyed {
  readonly key?: Expression | undefined;
  readonly value: Expression;
}

function entryOf({ key, value }: Keyed, frame: Frame, machine: Machine): Entry {
  const name = key && textOf(worth(key, frame, machine));
  return { key: name, value: worth(value, frame, machine) };
}

/** What decides alone decides, even if the other side is not known. */
function pairOf(pair: Expression & { readonly kind: 'pair' }, frame: Frame, machine: Machine): Datum {
  const { operator } = pair;
  const left = worth(pair.left, frame, machine);
  const logical = operator === '&&' || operator === '||';
  if (logical && truthOf(left) === (operator === '||')) return truth(operator === '||');
  const right = worth(pair.right, frame, machine);
  if (logical && truthOf(right) === (operator === '||')) return truth(operator === '||');
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  return combine(operator, left, right) ?? machine.unknown('operation', pair, frame);
}
