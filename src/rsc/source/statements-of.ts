import type { Position } from '../../text/index.ts';
import { collect, statementPlace } from '../commands/index.ts';
import { parse, type Script, type Source, spanOf } from '../syntax/index.ts';

/** A statement of a text, as one line. */
export interface StatedStatement {
  /** The menu it stands in or names; empty at the root. */
  readonly menu: string;
  /** Without its menu; wrapped lines joined and blanks single, strings as written. */
  readonly text: string;
  readonly start: Position;
  readonly end: Position;
}

/** All statements of a text in order, those inside blocks as well. */
export function statementsOf(text: string, file: string): readonly StatedStatement[] {
  const { source, script } = parse(text, file);
  return statedIn(source, script);
}

/** The same of a script, with those that a condition or a loop may carry out, behind it. */
export function scriptStatementsOf(text: string, file: string): readonly StatedStatement[] {
  const { source, script } = parse(text, file);
  return [script, ...blocksIn(script)].flatMap(one => statedIn(source, one));
}

function statedIn(source: Source, script: Script): StatedStatement[] {
  return collect(script).statements.map(resolved => {
    const { menu, start, end, from } = statementPlace(resolved);
    const span = spanOf(source, { start, end });
    return { menu, text: onOneLine(source.text.slice(from, end)), start: span.start, end: span.end };
  });
}

/** Blocks that are values of a scripting command: `:if (…) do={ … } else={ … }`; `:do { … }` is carried out where it stands. */
function blocksIn({ parts }: Script): Script[] {
  const words = parts.flatMap(part => (part.kind === 'statement' ? part.words : []));
  const values = words.map(word => (word.kind === 'argument' ? word.value : undefined));
  const own = values.flatMap(value => (value?.kind === 'block' ? [value.script] : []));
  const bare = parts.flatMap(part => {
    if (part.kind === 'block-statement') return [part.script];
    return part.kind === 'statement'
      ? part.words.flatMap(word => (word.kind === 'block' ? [word.script] : []))
      : [];
  });
  return [...own.flatMap(script => [script, ...blocksIn(script)]), ...bare.flatMap(blocksIn)];
}

/** Joins wrapped lines; blanks between words count as one. */
export function onOneLine(statement: string): string {
  const joined = statement.replaceAll(/\\\r?\n[ \t]*/g, '');
  return joined.replaceAll(/"(?:[^"\\]|\\[\s\S])*"|\s+/g, part => (part.startsWith('"') ? part : ' ')).trim();
}
