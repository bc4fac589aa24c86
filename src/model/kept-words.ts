import type { Kept } from './items/kept.ts';

/**
 * A kept statement's properties: `add dst-address=10.0.0.0/24 tunnel=yes` gives `dst-address` and `tunnel`. Words
 * without a value, `add`, have an empty one.
 */
export function wordsOf({ text }: Kept): ReadonlyMap<string, string> {
  const words = text.replace(/\\\r?\n\s*/g, '').matchAll(/([^\s=]+)(?:=("[^"]*"|\S*))?/g);
  return new Map([...words].map(([, word = '', value = '']) => [word, value.replace(/^"|"$/g, '')]));
}
