import {
  ipv4ToNumber,
  isIpv4,
  parseDuration,
  parsePrefix,
  prefixContains,
  printDuration,
  printIpv4,
} from '../../net/index.ts';
import { patternTest } from '../rows/index.ts';
import { bare, type Datum, list, number, numberOf, text, textOf, truth, truthOf, typeOf } from './datum.ts';

/** An operator on known values; undefined where what it gives is not established (docs/routeros.md#script-operators). */
export function combine(operator: string, left: Datum, right: Datum): Datum | undefined {
  const compared = compare(operator, left, right);
  if (compared !== undefined) return truth(compared);
  if (operator === '.') return join(left, right);
  if (operator === ',') return list([...valuesOf(left), ...valuesOf(right)]);
  if (operator === '->') return pickOut(left, right);
  if (operator === '&&' || operator === '||') return logical(operator, left, right);
  return arithmetic(operator, left, right);
}

function join(left: Datum, right: Datum): Datum | undefined {
  const [a, b] = [textOf(left), textOf(right)];
  return a === undefined || b === undefined ? undefined : text(a + b);
}

const valuesOf = (datum: Datum): readonly Datum[] =>
  datum.kind === 'list' ? datum.entries.map(({ value }) => value) : [datum];

/** `$array->"key"`, `$array->0`. */
function pickOut(from: Datum, key: Datum): Datum | undefined {
  const name = textOf(key);
  if (from.kind !== 'list' || name === undefined) return undefined;
  const named = from.entries.find(entry => entry.key === name);
  const index = numberOf(key);
  return (
    named?.value ?? (index === undefined ? undefined : from.entries[index]?.value) ?? { kind: 'nothing' }
  );
}

function logical(operator: '&&' | '||', left: Datum, right: Datum): Datum | undefined {
  const [a, b] = [truthOf(left), truthOf(right)];
  const deciding = operator === '||';
  if (a === deciding || b === deciding) return truth(deciding);
  return a === undefined || b === undefined ? undefined : truth(!deciding);
}

function compare(operator: string, left: Datum, right: Datum): boolean | undefined {
  switch (operator) {
    case '=':
    case '!=':
      return same(left, right, operator === '=');
    case '<':
    case '>':
    case '<=':
    case '>=':
      return ordered(operator, left, right);
    case '~':
      return matches(left, right);
    case 'in':
      return isIn(left, right);
    default:
      return undefined;
  }
}

function same(left: Datum, right: Datum, wanted: boolean): boolean | undefined {
  const [a, b] = [textOf(left), textOf(right)];
  if (a === undefined || b === undefined) return undefined;
  return (plain(left, a) === plain(right, b)) === wanted;
}

/** `yes` and `true` are one value, `1m` and `60s` one time. */
function plain(datum: Datum, value: string): string {
  const type = typeOf(datum);
  const known = type === 'bool' ? truthOf(datum) : type === 'time' ? parseDuration(value) : undefined;
  return known === undefined ? value : `${known}`;
}

function ordered(operator: string, left: Datum, right: Datum): boolean | undefined {
  const [a, b] = [measure(left), measure(right)];
  if (a === undefined || b === undefined) return undefined;
  if (operator.startsWith('<')) return operator === '<' ? a < b : a <= b;
  return operator === '>' ? a > b : a >= b;
}

/** Numbers, addresses and times have an order; that of texts is not established. */
function measure(datum: Datum): number | undefined {
  const value = textOf(datum) ?? '';
  return (
    numberOf(datum) ?? (isIpv4(value) ? ipv4ToNumber(value) : value === '' ? undefined : parseDuration(value))
  );
}

function matches(left: Datum, right: Datum): boolean | undefined {
  const [value, pattern] = [textOf(left), textOf(right)];
  return value === undefined || pattern === undefined ? undefined : patternTest(pattern)?.(value);
}

function isIn(left: Datum, right: Datum): boolean | undefined {
  const [value = '', network = ''] = [textOf(left), textOf(right)];
  if (right.kind === 'list') return right.entries.some(entry => textOf(entry.value) === value);
  const prefix = parsePrefix(network);
  const [address = '', length] = value.split('/');
  if (prefix === undefined || !isIpv4(address)) return undefined;
  const bits = Number(network.split('/')[1] ?? 32);
  return prefixContains(prefix, address) && (length === undefined || Number(length) >= bits);
}

function arithmetic(operator: string, left: Datum, right: Datum): Datum | undefined {
  const [x, y] = [textOf(left) ?? '', textOf(right) ?? ''];
  if (isIpv4(x)) return withAddress(operator, x, right);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined) return counted(operator, a, b);
  const time = typeOf(left) === 'time' ? parseDuration(x) : undefined;
  const other = typeOf(right) === 'time' ? parseDuration(y) : b;
  const worked = time === undefined || other === undefined ? undefined : counted(operator, time, other);
  const result = worked && numberOf(worked);
  return result === undefined ? undefined : bare(printDuration(result));
}

function counted(operator: string, a: number, b: number): Datum | undefined {
  const result = calculate(operator, a, b);
  return result !== undefined && Number.isSafeInteger(result) ? number(result) : undefined;
}

function calculate(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : Math.trunc(a / b);
    case '%':
      return b === 0 ? undefined : a % b;
    default:
      return undefined;
  }
}

/** Address and number: another address; address minus address: a number; bits of two addresses. */
function withAddress(operator: string, address: string, right: Datum): Datum | undefined {
  if (!isIpv4(address)) return undefined;
  const a = ipv4ToNumber(address);
  const other = textOf(right) ?? '';
  const b = isIpv4(other) ? ipv4ToNumber(other) : numberOf(right);
  if (b === undefined) return undefined;
  if (isIpv4(other)) return operator === '-' ? number(a - b) : asAddress(bitsOf(operator, a, b));
  return asAddress(operator === '+' ? a + b : operator === '-' ? a - b : shifted(operator, a, b));
}

function asAddress(value: number | undefined): Datum | undefined {
  return value === undefined || value < 0 || value > 0xffffffff ? undefined : bare(printIpv4(value));
}

function bitsOf(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '&':
      return (a & b) >>> 0;
    case '|':
      return (a | b) >>> 0;
    case '^':
      return (a ^ b) >>> 0;
    default:
      return undefined;
  }
}

function shifted(operator: string, a: number, by: number): number | undefined {
  if (by < 0 || by > 31) return undefined;
  if (operator === '<<') return (a << by) >>> 0;
  return operator === '>>' ? a >>> by : undefined;
}

/** `!`, `-`, `~` before a value. */
export function invert(operator: string, datum: Datum): Datum | undefined {
  const value = textOf(datum) ?? '';
  switch (operator) {
    case '!': {
      const known = truthOf(datum);
      return known === undefined ? undefined : truth(!known);
    }
    case '-': {
      const known = numberOf(datum);
      return known === undefined ? undefined : number(-known);
    }
    default:
      return isIpv4(value) ? asAddress(~ipv4ToNumber(value) >>> 0) : undefined;
  }
}
