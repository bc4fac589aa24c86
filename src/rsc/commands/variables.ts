import type { Value } from '../syntax/index.ts';

/** What values come to where a command is carried out. */
export interface Variables {
  /** The text of a value with variables put in, or undefined where it depends on what a router would compute. */
  literal(value: Value): string | undefined;
}
