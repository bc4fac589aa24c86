import { isInterfaceMenu, type NameKind, type Naming, namingsOf, scopeOf } from '../../editing/index.ts';
import {
  type Argument,
  argumentsOf,
  type Frame,
  type Outline,
  type OutlineStatement,
  positionalOf,
  quotedScript,
  type Range,
} from '../../rsc/index.ts';

type TextValue = Parameters<typeof quotedScript>[0];

/** One place where a text names something. */
export interface Occurrence {
  readonly kind: NameKind;
  readonly scope: string;
  readonly name: string;
  readonly defines: boolean;
  /** The property that holds it; empty for a name behind `set`. */
  readonly property: string;
  /** Where the name itself stands in the whole text, without quotes. */
  readonly range: Range;
  /** The value that holds it, and where the name begins in what it says. */
  readonly value: TextValue;
  readonly at: number;
  readonly frame: Frame;
  readonly statement: OutlineStatement;
}

/** All names in the commands of a text, those in its scripts too, in order. Names that a variable holds are not known. */
export const occurrencesIn = (outline: Outline): readonly Occurrence[] =>
  outline.statements.flatMap(statement => (statement.kind === 'command' ? ofStatement(statement) : []));

function ofStatement(statement: OutlineStatement): Occurrence[] {
  const { menu } = statement;
  const named = argumentsOf(statement).flatMap(({ name, argument }) =>
    namingsOf(menu, name).flatMap(naming => ofValue(statement, name, argument.value, naming)),
  );
  const bare = isInterfaceMenu(menu) && namesItems(statement) ? positionalOf(statement) : [];
  const ofItems = bare.flatMap(value => ofValue(statement, '', value, { kind: 'interface' }));
  return [...named, ...ofItems.filter(({ name }) => !/^[\d*]/.test(name))];
}

const namesItems = ({ name }: OutlineStatement): boolean =>
  ['set', 'enable', 'disable', 'remove', 'unset', 'comment', 'get'].includes(name);

function ofValue(
  statement: OutlineStatement,
  property: string,
  value: Argument['value'],
  naming: Naming,
): Occurrence[] {
  if (value.kind !== 'text') return [];
  const { kind, within = /^!?(.+)$/, defines = false } = naming;
  const places = placesIn(value, statement.frame);
  return pieces(value.text).flatMap(({ text, start }) => {
    const match = within.exec(text);
    const [whole = '', name] = match ?? [];
    if (!match || name === undefined) return [];
    const at = start + match.index + whole.lastIndexOf(name);
    const range = places(at, at + name.length);
    return range
      ? [
          {
            kind,
            scope: scopeOf(kind, statement.menu),
            name,
            // What a command looks for is not made by it.
            defines: defines && statement.name !== 'find' && statement.name !== 'remove',
            property,
            range,
            value,
            at,
            frame: statement.frame,
            statement,
          },
        ]
      : [];
  });
}

/** The parts between commas, and where each begins. */
function pieces(text: string): { readonly text: string; readonly start: number }[] {
  let start = 0;
  return text.split(',').map(piece => {
    const one = { text: piece, start };
    start += piece.length + 1;
    return one;
  });
}

/** Where a stretch of what a value says stands in the whole text; undefined where its escapes cannot be told apart. */
function placesIn(value: TextValue, frame: Frame): (start: number, end: number) => Range | undefined {
  if (!value.quoted) {
    const isPlain = value.text.length === value.end - value.start;
    return (start, end) =>
      isPlain ? { start: frame.at(value.start + start), end: frame.at(value.start + end) } : undefined;
  }
  const inside = quotedScript(value, frame);
  return (start, end) => inside && { start: inside.at(start), end: inside.at(end) };
}
