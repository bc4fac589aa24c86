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
  '99999999999999999999',
  '4294967296',
  '1e309',
  '2001:db8::1/129',
  '10.0.0.1-10.0.0.0',
  '1,2,3,,',
  '{a=1;b=2}',
  '($x + 1)',
  '"unclosed',
  'main',
  'all',
];

/** The values of all properties of a line, with their names. */
const properties = /([a-z][a-z0-9-]*)=("(?:[^"\\]|\\.)*"|[^\s;"]*)/g;

const isMenu = (line: string): boolean => /^\/[a-z]/.test(line);

/** A property of a line, by a number. */
function propertyAt(line: string, number: number): RegExpExecArray | undefined {
  const all = [...line.matchAll(properties)];
  return all[number % Math.max(1, all.length)];
}

function replaceAt(line: string, match: RegExpExecArray, by: string): string {
  return line.slice(0, match.index) + by + line.slice(match.index + match[0].length);
}

/** From `at` to `other`, or the other way round; short. */
function blockAt(lines: readonly string[], at: number, other: number): readonly [number, number] {
  const [from, to] = [Math.min(at, other), Math.max(at, other)];
  return [from, Math.min(to, from + 12, lines.length)];
}

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
  // The value of another property, of another line.
  (lines, at, other) => {
    const [mine, theirs] = [propertyAt(lines[at] ?? '', other), propertyAt(lines[other] ?? '', at)];
    if (mine && theirs) lines[at] = replaceAt(lines[at] ?? '', mine, `${mine[1]}=${theirs[2]}`);
  },
  // A property of another line, added.
  (lines, at, other) => {
    const theirs = propertyAt(lines[other] ?? '', at);
    if (theirs) lines[at] += ` ${theirs[0]}`;
  },
  // A value out of the list above, whichever property it is.
  (lines, at, other) => {
    const mine = propertyAt(lines[at] ?? '', other);
    if (mine) lines[at] = replaceAt(lines[at] ?? '', mine, `${mine[1]}=${values[other % values.length]}`);
  },
  // Another menu.
  (lines, at, other) => {
    const menus = lines.filter(isMenu);
    const from = lines.findIndex((line, index) => index >= at && isMenu(line));
    if (from >= 0) lines[from] = menus[other % menus.length] ?? '/';
  },
  // A string, or a line that goes on, cut off.
  (lines, at, other) => {
    const line = lines[at] ?? '';
    lines[at] = other % 2 === 0 ? line.replace(/"(?=[^"]*$)/, '') : line.replace(/\\$/, '');
  },
  // Some statements again, and backwards; or not at all.
  (lines, at, other) => {
    const [from, to] = blockAt(lines, at, other);
    const block = lines.slice(from, to).reverse();
    lines.splice(to, other % 2 === 0 ? 0 : to - from, ...block);
  },
  (lines, at, other) => {
    const [from, to] = blockAt(lines, at, other);
    lines.splice(from, to - from);
  },
  // Some statements inside of scripting, or of a page.
  (lines, at, other) => {
    const [from, to] = blockAt(lines, at, other);
    const [open = '', close = ''] = around[other % around.length] ?? [];
    lines.splice(to, 0, close);
    lines.splice(from, 0, open);
  },
];

const around: readonly (readonly [string, string])[] = [
  [':if ($x = 1) do={', '}'],
  [':if (1 = 1) do={', '} else={ :put 1 }'],
  [':foreach i in=[/ip route find] do={', '}'],
  [':for i from=1 to=3 do={', '}'],
  [':do {', '} on-error={}'],
  ['/system script add name=x source={', '}'],
  ['/tool netwatch add host=8.8.8.8 down-script={', '}'],
  ['```', '```'],
  ['<pre>', '</pre>'],
  ['{', '}'],
];

/** A configuration, or 120 lines of a longer one, with a few of its lines dropped, doubled, swapped or changed. */
export function mutateLines(texts: readonly string[], seed: number): string {
  const next = numbers(seed);
  const below = (size: number): number => Math.floor(next() * size);
  const all = (texts[below(texts.length)] ?? '').split('\n');
  const from = below(Math.max(1, all.length - 120));
  const lines = all.slice(from, from + 120);
  for (let times = below(8); times >= 0; times--) {
    changes[below(changes.length)]?.(lines, below(lines.length), below(lines.length));
  }
  return lines.join('\n');
}
