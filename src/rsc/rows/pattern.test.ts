import { describe, expect, it } from 'vitest';
import { patternTest } from './pattern.ts';

describe('patternTest', () => {
  it.each([
    ['^wan[0-9]+$', 'wan12', true],
    ['^(wan|lte)-[[:digit:]]', 'lte-1', true],
    ['(wan|lte)?1', 'x', false],
    ['(ab)+c', 'ababc', true],
    ['[(|*]+', 'a|', true],
    ['\\(a|b\\)*', 'b)', true],
  ])('%s of %s → %s', (pattern, text, expected) => {
    expect(patternTest(pattern)?.(text)).toBe(expected);
  });

  it.each(['(a|a)*b', '((a)*)*b', '((a*))+b', '(x(a|b))*', '(a?){9}', '(a+)+', '((a|a)){2,}b'])(
    '%s: may take for ever on some text → undefined',
    pattern => {
      expect(patternTest(pattern)).toBeUndefined();
    },
  );

  it.each(['[]a]', '[^]a]', '(?=a)', '[[:cntrl:]]', '[[.a.]]', '(', '*'])(
    '%s: none here, or another than for POSIX → undefined',
    pattern => {
      expect(patternTest(pattern)).toBeUndefined();
    },
  );
});
