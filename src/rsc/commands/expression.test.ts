import { expect, it } from 'vitest';
import { evaluate } from './expression.ts';

const literal = (value: { readonly kind: string }): string | undefined => {
  if (value.kind === 'text' && 'text' in value) return String(value.text);
  return value.kind === 'variable' && 'name' in value && value.name === 'x' ? '5' : undefined;
};

it.each([
  ['"a" . "b"', 'ab'],
  ['$x . "-" . 10.0.0.1', '5-10.0.0.1'],
  ['$x + 2', '7'],
  ['$x = 5', true],
  ['$x != 5', false],
  ['$x > 4 && !($x = 6)', true],
  ['1 = 2 || 3 <= 2', false],
  ['true', true],
  ['"a\\$b"', 'a$b'],
])('%s', (text, expected) => {
  expect(evaluate(text, literal)).toBe(expected);
});

it.each(['$y . "a"', '[:len $x] > 0', '$x +', '1 2', '(1', '"a" + 1', '$x -> 2'])(
  '%s is not certain',
  text => {
    expect(evaluate(text, literal)).toBeUndefined();
  },
);
