import type { Argument, Range, Statement, Value } from '../syntax/index.ts';

/** A statement with its menu and command known. */
export interface Command {
  readonly kind: 'command';
  /** `/ip firewall mangle` */
  readonly menu: string;
  /** Full name, also where an abbreviation stands. */
  readonly name: string;
  readonly nameRange: Range;
  readonly arguments: readonly Argument[];
  /** Values without a name: `[ find … ]`, names, numbers, flags. */
  readonly positional: readonly Value[];
  readonly statement: Statement;
  /** The menu was inferred from the properties, the text states none. */
  readonly inferred: boolean;
}

/** A command as it is carried out: only the place of its statement is held on to, not its words. */
export interface PlacedCommand extends Omit<Command, 'statement'> {
  readonly statement: Range;
}

/** A statement of the scripting language, or a command of the root menu. */
export interface Scripting {
  readonly kind: 'scripting';
  /** Menu in which it stands. */
  readonly menu: string;
  readonly statement: Statement;
  readonly from: number;
}

/** A statement that is no command of a menu. */
export interface Other {
  readonly kind: 'unknown-menu' | 'not-understood';
  /** Menu in which it stands, or that it names. */
  readonly menu: string;
  readonly statement: Range;
  /** Where the part after the menu path begins. */
  readonly from: number;
}

export type Resolved = Command | Scripting | Other;

/** What is held of a statement once it is carried out. */
export interface StatementPlace extends Range {
  readonly menu: string;
  /** Where the part after the menu path begins. */
  readonly from: number;
}

export function statementPlace(resolved: Resolved): StatementPlace {
  const { menu, statement } = resolved;
  const from = resolved.kind === 'command' ? resolved.nameRange.start : resolved.from;
  return { menu, start: statement.start, end: statement.end, from };
}
