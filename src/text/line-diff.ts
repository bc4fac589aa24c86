import { hideSecrets } from './source-lines.ts';
import { visible } from './visible.ts';

/** Lines of context around each change. */
const around = 3;

/** How many pairs of lines are compared at most; beyond that everything between the first and the last change is one. */
const most = 4_000_000;

interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** What differs between two texts, in the unified format, as it is shown: controls visible, secrets hidden. Empty: nothing. */
export function lineDiff(file: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = stepsOf(before.split('\n'), after.split('\n'));
  const hunks = hunksOf(steps).map(([from, to]) => hunkText(steps, from, to));
  return `--- ${visible(file)}\n+++ ${visible(file)}\n${hunks.join('')}`;
}

function stepsOf(before: readonly string[], after: readonly string[]): Step[] {
  let head = 0;
  while (head < before.length && before[head] === after[head]) head++;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const kept = (lines: readonly string[]): Step[] => lines.map(text => ({ sign: ' ', text }));
  return [
    ...kept(before.slice(0, head)),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...kept(before.slice(before.length - tail)),
  ];
}

/** The longest common subsequence: lines of it stay. */
function middle(before: readonly string[], after: readonly string[]): Step[] {
  const [rows, columns] = [before.length, after.length];
  if (rows * columns > most)
    return [
      ...before.map(text => ({ sign: '-', text }) as const),
      ...after.map(text => ({ sign: '+', text }) as const),
    ];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--)
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const steps: Step[] = [];
  for (let [row, column] = [0, 0]; row < rows || column < columns; ) {
    const [old = '', fresh = ''] = [before[row], after[column]];
    if (row < rows && column < columns && old === fresh) {
      steps.push({ sign: ' ', text: old });
      row++;
      column++;
    } else if (row < rows && (column === columns || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ sign: '-', text: old });
      row++;
    } else {
      steps.push({ sign: '+', text: fresh });
      column++;
    }
  }
  return steps;
}

/** Stretches with changes, as far apart that their contexts do not touch. */
function hunksOf(steps: readonly Step[]): [from: number, to: number][] {
  const hunks: [number, number][] = [];
  for (const [at, { sign }] of steps.entries()) {
    if (sign === ' ') continue;
    const last = hunks.at(-1);
    const to = Math.min(steps.length, at + around + 1);
    if (last && at - around <= last[1]) last[1] = to;
    else hunks.push([Math.max(0, at - around), to]);
  }
  return hunks;
}

function hunkText(steps: readonly Step[], from: number, to: number): string {
  const count = (part: readonly Step[], other: Step['sign']): number =>
    part.filter(({ sign }) => sign !== other).length;
  const [earlier, own] = [steps.slice(0, from), steps.slice(from, to)];
  const old = `${count(earlier, '+') + 1},${count(own, '+')}`;
  const fresh = `${count(earlier, '-') + 1},${count(own, '-')}`;
  const lines = own.map(({ sign, text }) => `${sign}${visible(hideSecrets(text.replace(/\r$/, '')))}\n`);
  return `@@ -${old} +${fresh} @@\n${lines.join('')}`;
}
