import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSequences } from './sequence.ts';

const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

describe('compareSequences', () => {
  it('rebuilds both lists from the script', () => {
    fc.assert(
      fc.property(keys, keys, (before, after) => {
        const edits = compareSequences(before, after);
        expect(edits.flatMap(edit => (edit.kind === 'added' ? [] : [before[edit.from]]))).toEqual(before);
        expect(edits.flatMap(edit => (edit.kind === 'removed' ? [] : [after[edit.to]]))).toEqual(after);
      }),
    );
  });

  it('is short: one moved element is one removal and one addition', () => {
    const edits = compareSequences(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a']);
    expect(edits.filter(({ kind }) => kind !== 'same')).toHaveLength(2);
  });
});
