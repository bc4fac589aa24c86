import { expect, it } from 'vitest';
import { visible } from './index.ts';

it.each([
  ['a\tb\n', 'a\tb\n'],
  ['\u001b[31mred\u0007', '\u241b[31mred\u2407'],
  ['\u007f\u009b2J\u202e', '\u2421\ufffd2J\ufffd'],
])('%j → no control is left, the width stays', (text, shown) => {
  expect(visible(text)).toBe(shown);
});
