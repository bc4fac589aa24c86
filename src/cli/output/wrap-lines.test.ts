import { describe, expect, it } from 'vitest';
import { wrapped } from './wrap-lines.ts';

describe('wrapped', () => {
  it.each([
    ['a line that fits → as it is', 'one two three', 'one two three'],
    [
      'a longer one → broken between words, two columns further in',
      '  one two three four five',
      '  one two three four\n    five',
    ],
    [
      'columns → keep their gaps up to the end of the line',
      'ab   cdef   ghij   klmnopq',
      'ab   cdef   ghij\n  klmnopq',
    ],
    [
      'a long word → stands alone',
      'see /very/long/path/of/a/file.rsc now',
      'see\n  /very/long/path/of/a/file.rsc\n  now',
    ],
    [
      'a quoted line of a source and its marks → as they are',
      ' 12 | add chain=forward action=drop\n    | ~~~~~~~~~~~~~~~~~~~~~~~',
      ' 12 | add chain=forward action=drop\n    | ~~~~~~~~~~~~~~~~~~~~~~~',
    ],
    [
      'colours → take no room',
      '\u001b[31mone\u001b[39m \u001b[32mtwo\u001b[39m three four',
      '\u001b[31mone\u001b[39m \u001b[32mtwo\u001b[39m three four',
    ],
    ['empty lines and the last line end → stay', 'a\n\nb\n', 'a\n\nb\n'],
  ])('%s', (_, text, lines) => {
    expect(wrapped(text, 20)).toBe(lines);
  });
});
