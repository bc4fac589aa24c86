/** One place of an edit script. `from` and `to`: positions in the old and new list. */
export type Edit =
  | { readonly kind: 'same'; readonly from: number; readonly to: number }
  | { readonly kind: 'removed'; readonly from: number }
  | { readonly kind: 'added'; readonly to: number };

/**
 * The shortest edit script between two lists of keys (longest common subsequence). Equal heads and tails are taken
 * off first; the table is as large as the product of what remains.
 */
export function compareSequences(before: readonly string[], after: readonly string[]): Edit[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const middle = compareMiddle(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  ).map(edit => shift(edit, head));
  const same = (from: number, to: number): Edit => ({ kind: 'same', from, to });
  return [
    ...Array.from({ length: head }, (_, i) => same(i, i)),
    ...middle,
    ...Array.from({ length: tail }, (_, i) => same(before.length - tail + i, after.length - tail + i)),
  ];
}

function shift(edit: Edit, by: number): Edit {
  switch (edit.kind) {
    case 'same':
      return { kind: 'same', from: edit.from + by, to: edit.to + by };
    case 'removed':
      return { kind: 'removed', from: edit.from + by };
    case 'added':
      return { kind: 'added', to: edit.to + by };
  }
}

function compareMiddle(before: readonly string[], after: readonly string[]): Edit[] {
  const common = lengths(before, after);
  const at = (i: number, j: number): number => common[i * (after.length + 1) + j] ?? 0;
  const edits: Edit[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      edits.push({ kind: 'same', from: i++, to: j++ });
    } else if (j >= after.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      edits.push({ kind: 'removed', from: i++ });
    } else {
      edits.push({ kind: 'added', to: j++ });
    }
  }
  return edits;
}

/** Row-major table: longest common subsequence of the rest from (i, j). */
function lengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const table = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const down = table[(i + 1) * width + j] ?? 0;
      const right = table[i * width + j + 1] ?? 0;
      const diagonal = table[(i + 1) * width + j + 1] ?? 0;
      table[i * width + j] = before[i] === after[j] ? diagonal + 1 : Math.max(down, right);
    }
  }
  return table;
}
