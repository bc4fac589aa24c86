import { editionVariable } from '../../../linux/index.ts';
import { type Block, blocksOf } from './blocks.ts';

/**
 * What of a table decides what connections keep: the chains that speak of the edition, those that they lead to, and the sets and
 * maps that these ask. As `chain mangle_prerouting`, `set list_x`. A change elsewhere ends no decision.
 */
export function decidingParts(text: string): ReadonlySet<string> {
  const blocks = blocksOf(text.slice(text.indexOf('table ')));
  const found = new Set(blocks.filter(one => one.lines.some(line => line.includes(editionVariable))));
  // A set that grows while it is walked shows what was added, too.
  for (const one of found) {
    const names = new Set(one.lines.flatMap(namesIn));
    for (const other of blocks) if (names.has(other.name)) found.add(other);
  }
  return new Set([...found].map(keyOf));
}

export const keyOf = ({ kind, name }: Block): string => `${kind} ${name}`;

const named = /(?:jump |goto |@)(\w+)/g;
const namesIn = (line: string): readonly string[] => [...line.matchAll(named)].map(([, name = '']) => name);
