import type { Resolved } from './commands/index.ts';
import type { Problem } from './syntax/index.ts';

/**
 * Statements with an error, by number: the router refuses the line, so the model must not hold it. An error inside of
 * a block belongs to the innermost statement around it.
 */
export function wrongStatements(
  statements: readonly Resolved[],
  problems: readonly Problem[],
): ReadonlySet<number> {
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ range }) => range.start);
  const wrong = new Set<number>();
  if (errors.length === 0) return wrong;
  const byStart = [...statements.entries()].sort(([, a], [, b]) => a.statement.start - b.statement.start);
  const open: [number, Resolved][] = [];
  let next = 0;
  for (const at of errors.sort((a, b) => a - b)) {
    for (let entry = byStart[next]; entry && entry[1].statement.start <= at; entry = byStart[++next]) {
      closeBefore(entry[1].statement.start, open);
      open.push(entry);
    }
    closeBefore(at, open);
    const innermost = open.at(-1);
    if (innermost) wrong.add(innermost[0]);
  }
  return wrong;
}

function closeBefore(at: number, open: [number, Resolved][]): void {
  while (open.length > 0 && (open.at(-1)?.[1].statement.end ?? at) <= at) open.pop();
}
