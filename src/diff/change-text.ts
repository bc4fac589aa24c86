import { placeOf } from '../model/index.ts';
import { quote, withoutSecrets } from '../rsc/index.ts';
import type { InEveryLanguage, Language } from '../text/index.ts';
import type { Change, Entry, PropertyChange } from './changes/index.ts';

const en = {
  none: 'not set',
  byDefault: (value: string) => `${value} (default)`,
  hidden: 'changed (not shown)',
  line: (number: number) => `line ${number}`,
  moved: 'moved',
};

const id: typeof en = {
  none: 'tidak ada',
  byDefault: value => `${value} (bawaan)`,
  hidden: 'berubah (tidak ditampilkan)',
  line: number => `baris ${number}`,
  moved: 'pindah',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** Longer values are cut: a line of text must still be read. */
const longest = 120;

/** `~ /ip firewall nat #5 "remote desktop"  office.rsc:14  to-addresses: 10.5.50.6 → 10.5.50.7`. */
export function changeText(change: Change, language: Language): string {
  switch (change.kind) {
    case 'version':
      return `~ RouterOS ${change.before} → ${change.after}`;
    case 'added':
      return line('+', change.after, contentText(change.after));
    case 'removed':
      return line('-', change.before, contentText(change.before));
    case 'moved':
      return line('~', change.after, movedText(change, language));
    case 'changed':
      return line('~', change.after, changedText(change, language));
  }
}

const line = (sign: string, entry: Entry, what: string): string =>
  [`${sign} ${nameOf(entry)}`, entry.origin ? placeOf(entry.origin) : '', what]
    .filter(part => part !== '')
    .join('  ');

function nameOf({ kind, menu, position, factory, properties }: Entry): string {
  const path = menu === '' ? '/' : menu;
  if (kind !== 'item') return path;
  const title = factory ?? properties.get('comment') ?? properties.get('name');
  return `${path} #${position}${title === undefined ? '' : ` "${title}"`}`;
}

function contentText({ kind, properties, text }: Entry): string {
  if (kind === 'statement') return cut(withoutSecrets(text));
  return [...properties].map(([name, value]) => `${name}=${cut(quote(value))}`).join(' ');
}

function changedText(change: Extract<Change, { kind: 'changed' }>, language: Language): string {
  const { before, after, properties, moved } = change;
  if (after.kind === 'statement') return differenceText(before.text, after.text);
  const said = properties.flatMap(property => propertyTexts(property, language));
  return [...said, ...(moved ? [movedText(change, language)] : [])].join('; ');
}

const movedText = ({ before, after }: { before: Entry; after: Entry }, language: Language): string =>
  `${words[language].moved}: #${before.position} → #${after.position}`;

/** The two statements, cut where they are long so that what differs is seen. */
function differenceText(before: string, after: string): string {
  const [was, is] = [withoutSecrets(before), withoutSecrets(after)];
  const start = Math.max(0, firstDifference(was, is) - longest / 2);
  const shown = (text: string): string => `${start > 0 ? '…' : ''}${cut(text.slice(start))}`;
  return `${shown(was)} → ${shown(is)}`;
}

function firstDifference(before: string, after: string): number {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  return at;
}

function propertyTexts(change: PropertyChange, language: Language): readonly string[] {
  const say = words[language];
  const { property, before, after, byDefault } = change;
  if (before !== undefined && before === after) return [`${property}: ${say.hidden}`];
  if (before?.includes('\n') || after?.includes('\n')) return scriptTexts(change, language);
  const shown = (value: string | undefined): string =>
    value === undefined ? (byDefault === '' ? say.none : say.byDefault(byDefault)) : quote(value);
  return [`${property}: ${differenceText(shown(before), shown(after))}`];
}

/** A script by its lines: the first that differs, and where more do, how far they go. */
function scriptTexts(
  { property, before = '', after = '' }: PropertyChange,
  language: Language,
): readonly string[] {
  const [old, now] = [before, after].map(text => text.split(/\r?\n/));
  if (!old || !now) return [];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const [was, is] = [old, now].map(lines =>
    lines
      .slice(head, lines.length - tail)
      .join('\n')
      .trim(),
  );
  return [
    `${property} ${words[language].line(head + 1)}: ${differenceText(quote(was ?? ''), quote(is ?? ''))}`,
  ];
}

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
