import type { Range } from '../syntax/index.ts';

/**
 * Statements with an error (`errors`: where each begins), by number: the router refuses the line, so the model must not hold it. An error inside of
 * a block belongs to the innermost statement around it.
 */
export function wrongStatements(
  statements: readonly Range[],
  errors: readonly number[],
): ReadonlySet<number> {
  const wrong = new Set<number>();
  if (errors.length === 0) return wrong;
  const byStart = [...statements.entries()].sort(([, a], [, b]) => a.start - b.start);
  const open: [number, Range][] = [];
  let next = 0;
  for (const at of [...errors].sort((a, b) => a - b)) {
    for (let entry = byStart[next]; entry && entry[1].start <= at; entry = byStart[++next]) {
      closeBefore(entry[1].start, open);
      open.push(entry);
    }
    closeBefore(at, open);
    const innermost = open.at(-1);
    if (innermost) wrong.add(innermost[0]);
  }
  return wrong;
}

function closeBefore(at: number, open: [number, Range][]): void {
  while (open.length > 0 && (open.at(-1)?.[1].end ?? at) <= at) open.pop();
}
