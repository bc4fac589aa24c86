import { expect, it } from 'vitest';
import { lineDiff } from './index.ts';

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

it('lineDiff: one line changed, one added far away → two hunks with three lines of context', () => {
  const before = lines('1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12');
  const after = lines('1', 'two', '3', '4', '5', '6', '7', '8', '9', '10', '11', '11a', '12');
  expect(lineDiff('a.rsc', before, after)).toBe(`--- a.rsc
+++ a.rsc
@@ -1,5 +1,5 @@
 1
-2
+two
 3
 4
 5
@@ -9,5 +9,6 @@
 9
 10
 11
+11a
 12
 
`);
});

it('lineDiff: a password beside the change → hidden', () => {
  expect(lineDiff('a', 'x password=geheim\n', 'y password=geheim\n')).not.toContain('geheim');
});

it('lineDiff: the same → nothing', () => expect(lineDiff('a', 'x', 'x')).toBe(''));
