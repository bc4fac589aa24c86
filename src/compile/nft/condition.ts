import type { Said } from '../../text/index.ts';

/**
 * What a matcher becomes: nft match texts of which exactly one holds when the matcher holds (they are disjoint, so a
 * rule that is written once per alternative acts once per packet). `['']` always holds, `[]` never.
 */
export type Condition = readonly string[] | Refusal;

/** The matcher cannot be said in nft; why, as the end of a sentence. */
export interface Refusal {
  readonly refused: Said;
}

const always: Condition = [''];
const never: Condition = [];

/** A refusal, or nothing where the matcher can be said. */
export function isRefused(condition: Condition): condition is Refusal {
  return 'refused' in condition;
}

/** `always` or `never`, turned round by `!`. */
export function constant(holds: boolean, negated: boolean): Condition {
  return holds !== negated ? always : never;
}

/** `field value`, or `field != value` for a matcher written with `!`. */
export function test(field: string, value: string, negated: boolean): Condition {
  return [negated ? `${field} != ${value}` : `${field} ${value}`];
}

/** Conjunction: every alternative of one with every alternative of the other. */
export function both(first: readonly string[], second: readonly string[]): readonly string[] {
  return first.flatMap(a => second.map(b => join(a, b)));
}

/** Texts with single blanks between them, empty ones left out. */
export function join(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' ');
}

/** An anonymous set, or the bare value where there is one: `{ "ether1", "ether2" }`. */
export function setOf(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `{ ${values.join(', ')} }`;
}

/** A quoted string for nft, which knows no escapes: quotes and control characters become blanks. */
export function quote(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
  return `"${text.replace(/["\u0000-\u001f]/g, ' ')}"`;
}

/** `100-200`, or the bare number. */
export const range = (from: number, to: number): string => (from === to ? `${from}` : `${from}-${to}`);
