import { counted, type Diagnostic, type Language } from '../../text/index.ts';
import { type Source, spanOf } from '../syntax/index.ts';
import type { Block } from './blocks.ts';
import type { PrintedRow } from './printed-row.ts';
import type { RowStatement } from './statements.ts';

/** A listing that was read. */
export interface BlockRead {
  readonly block: Block;
  readonly menu: string;
  readonly rows: readonly PrintedRow[];
  readonly statements: readonly RowStatement[];
}

/** What was read of a listing, at its first line. */
export function noteOn(source: Source, read: BlockRead, language: Language): Diagnostic {
  const { block, menu, rows, statements } = read;
  const say = { en, id }[language];
  const newline = source.text.indexOf('\n', block.start);
  const end = newline < 0 ? block.end : newline;
  return {
    id: 'rsc/print-read',
    severity: 'info',
    what: say.what(menu, statements.length, rows.length),
    do: say.todo(menu),
    span: spanOf(source, { start: block.start, end }),
  };
}

const en = {
  what: (menu: string, read: number, all: number) =>
    `What print shows here is read as ${read === all ? counted(all, 'item') : `${read} of ${counted(all, 'item')}`} of ${menu}${read === all ? '.' : '; the router makes the others itself.'}`,
  todo: (menu: string) => `Paste what ${menu} export prints instead: print leaves out some properties.`,
};

const id: typeof en = {
  what: (menu, read, all) =>
    `Tampilan print ini dibaca sebagai ${read === all ? `${all} item` : `${read} dari ${all} item`} ${menu}${read === all ? '.' : '; yang lain dibuat router sendiri.'}`,
  todo: menu => `Sebaiknya tempel hasil ${menu} export: print tidak menampilkan semua properti.`,
};
