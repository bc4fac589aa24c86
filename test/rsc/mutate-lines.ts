import { numbers } from './mutate.ts';

const values = [
  '',
  '0',
  '1',
  '65536',
  '0.0.0.0/0',
  '10.0.0.1',
  '255.255.255.255',
  '!',
  'nosuch',
  '"',
  '[find]',
  '-1',
];

/** One change to the lines of a configuration, by two random numbers. */
type Change = (lines: string[], at: number, other: number) => void;

const changes: readonly Change[] = [
  (lines, at) => lines.splice(at, 1),
  (lines, at) => lines.splice(at, 0, lines[at] ?? ''),
  (lines, at, other) => {
    [lines[at], lines[other]] = [lines[other] ?? '', lines[at] ?? ''];
  },
  (lines, at, other) => {
    lines[at] = (lines[at] ?? '').replace(/=[^\s=]*/, `=${values[other % values.length]}`);
  },
  (lines, at, other) => {
    lines[at] = (lines[at] ?? '').replace(/ [^\s=]+=[^\s=]*(?=[^=]*$)/, ` ${values[other % values.length]}`);
  },
  (lines, at, other) => {
    const [from = '', to = ''] = [lines[at], lines[other]];
    lines[at] = `${from} ${to.split(' ').at(-1)}`;
  },
  (lines, at, other) => {
    const line = lines[at] ?? '';
    const cut = other % (line.length + 1);
    lines[at] = line.slice(0, cut) + line.slice(cut + 1);
  },
];

/** A configuration, or 120 lines of a longer one, with a few of its lines dropped, doubled, swapped or changed. */
export function mutateLines(texts: readonly string[], seed: number): string {
  const next = numbers(seed);
  const below = (size: number): number => Math.floor(next() * size);
  const all = (texts[below(texts.length)] ?? '').split('\n');
  const from = below(Math.max(1, all.length - 120));
  const lines = all.slice(from, from + 120);
  for (let times = below(6); times >= 0; times--) {
    changes[below(changes.length)]?.(lines, below(lines.length), below(lines.length));
  }
  return lines.join('\n');
}
