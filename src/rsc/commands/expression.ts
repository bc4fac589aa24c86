import { parse, type Value } from '../syntax/index.ts';

/** More brackets than this are not followed: no configuration rests on them. */
const deepest = 50;

/** What an expression is worth: RouterOS has more types, these are the ones that configuration text can rest on. */
export type Result = string | boolean;

type Literal = (value: Value) => string | undefined;

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  readonly literal: Literal;
}

const token =
  /\s*("(?:\\[\s\S]|[^"\\])*"|\$(?:"[^"]*"|[A-Za-z0-9]+)|&&|\|\||!=|<=|>=|[()=<>!.+*]|(?<=\s)-(?=\s)|[A-Za-z0-9][\w.:/-]*|\[)/y;

/**
 * The value of the inside of `( … )` where it is certain: literals and known variables with `.`, `+`, `-`, `*`,
 * comparisons, `&&`, `||`, `!`. Undefined for everything else.
 */
export function evaluate(text: string, literal: Literal): Result | undefined {
  const tokens = tokenize(text);
  if (!tokens || tokens.filter(one => one === '(' || one === '!').length > deepest) return undefined;
  const reader: Reader = { tokens, at: 0, literal };
  const result = or(reader);
  return reader.at === tokens.length ? result : undefined;
}

function tokenize(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const match = token.exec(text);
    if (!match?.[1] || match[1] === '[') return undefined;
    tokens.push(match[1]);
  }
  return tokens;
}

function accept(reader: Reader, ...wanted: readonly string[]): string | undefined {
  const next = reader.tokens[reader.at];
  if (next === undefined || !wanted.includes(next)) return undefined;
  reader.at++;
  return next;
}

function or(reader: Reader): Result | undefined {
  let left = and(reader);
  while (accept(reader, '||', 'or')) {
    const right = and(reader);
    left = typeof left === 'boolean' && typeof right === 'boolean' ? left || right : undefined;
  }
  return left;
}

function and(reader: Reader): Result | undefined {
  let left = comparison(reader);
  while (accept(reader, '&&', 'and')) {
    const right = comparison(reader);
    left = typeof left === 'boolean' && typeof right === 'boolean' ? left && right : undefined;
  }
  return left;
}

function comparison(reader: Reader): Result | undefined {
  const left = sum(reader);
  const operator = accept(reader, '=', '!=', '<', '>', '<=', '>=');
  if (operator === undefined) return left;
  const right = sum(reader);
  if (left === undefined || right === undefined) return undefined;
  return compare(String(left), operator, String(right));
}

function compare(left: string, operator: string, right: string): boolean | undefined {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  const [a, b] = [number(left), number(right)];
  if (a === undefined || b === undefined) return undefined;
  if (operator.startsWith('<')) return operator === '<' ? a < b : a <= b;
  return operator === '>' ? a > b : a >= b;
}

/** `.` joins texts; `+`, `-`, `*` need whole numbers. */
function sum(reader: Reader): Result | undefined {
  let left = primary(reader);
  for (;;) {
    const operator = accept(reader, '.', '+', '-', '*');
    if (operator === undefined) return left;
    const right = primary(reader);
    left =
      left === undefined || right === undefined ? undefined : combine(String(left), operator, String(right));
  }
}

function combine(left: string, operator: string, right: string): string | undefined {
  if (operator === '.') return left + right;
  const [a, b] = [number(left), number(right)];
  if (a === undefined || b === undefined) return undefined;
  return `${operator === '+' ? a + b : operator === '-' ? a - b : a * b}`;
}

function number(text: string): number | undefined {
  return /^-?\d+$/.test(text) ? Number(text) : undefined;
}

function primary(reader: Reader): Result | undefined {
  if (accept(reader, '!')) {
    const value = primary(reader);
    return typeof value === 'boolean' ? !value : undefined;
  }
  if (accept(reader, '(')) {
    const value = or(reader);
    return accept(reader, ')') ? value : undefined;
  }
  const next = reader.tokens[reader.at++];
  if (next === undefined || /^[)=<>.+*&|]/.test(next)) return undefined;
  const text = literalOf(next, reader.literal);
  return text === 'true' ? true : text === 'false' ? false : text;
}

/** One token read by the parser itself, so that escapes and `$name` mean what they mean elsewhere. */
function literalOf(text: string, literal: Literal): string | undefined {
  const [part] = parse(`x y=${text}`, '').script.parts;
  const word = part?.kind === 'statement' ? part.words[1] : undefined;
  return word?.kind === 'argument' ? literal(word.value) : undefined;
}
