/** One line of a comparison, with its number before and after. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
}

/** A run of lines that are shown, or how many equal ones are not. */
export type DiffPart = { readonly lines: readonly DiffLine[] } | { readonly omitted: number };

/** Lines of context around each change. */
const around = 2;
/** How many pairs of lines are compared at most; beyond that everything between first and last change is one. */
const most = 4_000_000;

/** What differs between two texts, line by line; empty where nothing does. */
export function diffParts(before: string, after: string): readonly DiffPart[] {
  if (before === after) return [];
  const lines = numbered(compare(before.split('\n'), after.split('\n')));
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - around), i + around + 1).some(one => one.sign !== ' '),
  );
  const parts: DiffPart[] = [];
  for (let at = 0; at < lines.length; ) {
    const kind = near[at];
    let end = at;
    while (end < lines.length && near[end] === kind) end++;
    parts.push(kind ? { lines: lines.slice(at, end) } : { omitted: end - at });
    at = end;
  }
  return parts;
}

type Signed = Pick<DiffLine, 'sign' | 'text'>;

function compare(before: readonly string[], after: readonly string[]): readonly Signed[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const signed = (sign: Signed['sign'], lines: readonly string[]): Signed[] =>
    lines.map(text => ({ sign, text }));
  return [
    ...signed(' ', before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...signed(' ', before.slice(before.length - tail)),
  ];
}

/** The longest common subsequence: its lines stay. */
function middle(before: readonly string[], after: readonly string[]): readonly Signed[] {
  const width = after.length + 1;
  if (before.length * after.length > most)
    return [
      ...before.map((text): Signed => ({ sign: '-', text })),
      ...after.map((text): Signed => ({ sign: '+', text })),
    ];
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const steps: Signed[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    if (row < before.length && column < after.length && before[row] === after[column]) {
      steps.push({ sign: ' ', text: before[row] ?? '' });
      row++;
      column++;
    } else if (
      column >= after.length ||
      (row < before.length && at(row + 1, column) >= at(row, column + 1))
    ) {
      steps.push({ sign: '-', text: before[row++] ?? '' });
    } else steps.push({ sign: '+', text: after[column++] ?? '' });
  }
  return steps;
}

function numbered(steps: readonly Signed[]): readonly DiffLine[] {
  let [before, after] = [0, 0];
  return steps.map(({ sign, text }) => {
    if (sign !== '+') before++;
    if (sign !== '-') after++;
    return { sign, text, ...(sign !== '+' && { before }), ...(sign !== '-' && { after }) };
  });
}
