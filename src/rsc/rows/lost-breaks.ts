import type { PlacedCommand } from '../commands/index.ts';
import { type Problem, refused, type Value } from '../syntax/index.ts';

const commands: ReadonlySet<string> = new Set(['add', 'set', 'remove', 'enable', 'disable']);

interface Begun {
  readonly value: Value;
  readonly isPath: boolean;
}

/** Words behind the properties of a command that begin the next one: pages that lose the ends of lines show it so. */
export function lostBreaks({ name, arguments: stated, positional }: PlacedCommand): Problem | undefined {
  const [first] = stated;
  if (!first || positional.length === 0 || (name !== 'add' && name !== 'set')) return undefined;
  const behind = positional.filter(({ start }) => start > first.start).flatMap(begun);
  const [next] = behind;
  if (!next) return undefined;
  return {
    id: 'rsc/lost-line-break',
    severity: 'error',
    what: {
      en: 'Several commands stand in one line here: the ends of lines are lost.',
      id: 'Beberapa perintah berada dalam satu baris di sini: pergantian barisnya hilang.',
    },
    why: refused,
    do: { en: 'Begin a new line at each command.', id: 'Mulai baris baru pada setiap perintah.' },
    range: next.value,
    fix: {
      edits: starts(behind).map(({ value: { start } }) => ({ range: { start, end: start }, text: '\n' })),
      isSafe: false,
    },
  };
}

function begun(value: Value): Begun[] {
  const text = value.kind === 'text' && !value.quoted ? value.text : '';
  if (text.startsWith('/')) return [{ value, isPath: true }];
  return commands.has(text) ? [{ value, isPath: false }] : [];
}

/** A command goes on in the line of its menu. */
const starts = (all: readonly Begun[]): readonly Begun[] =>
  all.filter(({ isPath }, at) => isPath || all[at - 1]?.isPath !== true);
