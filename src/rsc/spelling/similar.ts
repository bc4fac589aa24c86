import type { Language, Said } from '../../text/index.ts';
import { nearText } from '../syntax/said.ts';

/** Edit distance with swaps of neighbours (optimal string alignment); stops early above `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Words of which one name has one and another the other: no slip of the fingers, but two things. */
const pairs: readonly (readonly [string, string])[] = [
  ['wan', 'lan'],
  ['in', 'out'],
  ['src', 'dst'],
  ['srcnat', 'dstnat'],
  ['up', 'down'],
  ['upload', 'download'],
  ['first', 'last'],
  ['tcp', 'udp'],
  ['tcp', 'icmp'],
  ['udp', 'icmp'],
];

/** Are two names those of a pair or a row: `ether1-wan` and `ether2-wan`, `wan_fiber` and `lan_fiber`? */
export function areSiblings(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  const differing = a.flatMap((part, at) => (part === b[at] ? [] : [[part, b[at] ?? ''] as const]));
  return a.length === b.length && differing.length > 0 && differing.every(isPair);
}

const partsOf = (name: string): string[] => name.toLowerCase().match(/\d+|[a-z]+|[^\da-z]+/g) ?? [];

const isPair = ([one, other]: readonly [string, string]): boolean =>
  (/^\d+$/.test(one) && /^\d+$/.test(other)) ||
  pairs.some(pair => pair.includes(one) && pair.includes(other));

/** The candidate that a typo most likely meant, or undefined where none is near. */
export function closest(word: string, given: Iterable<string>): string | undefined {
  const candidates = [...given];
  const inOtherCase = candidates.find(one => one !== word && isSameWord(one, word));
  if (inOtherCase !== undefined) return inOtherCase;
  let most = word.length < 2 ? 0 : Math.min(3, Math.ceil(word.length / 4));
  let found: string | undefined;
  for (const candidate of candidates) {
    const far = distance(word, candidate, most);
    if (
      far > most ||
      far >= candidate.length ||
      areSiblings(word, candidate) ||
      (word.length < 3 && word.length === candidate.length) ||
      (found !== undefined && far === most)
    )
      continue;
    most = far;
    found = candidate;
  }
  return found;
}

export const isSameWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The candidate that a slip of the pen stands for: near enough to put it there, and no other one as near. */
export function meant(word: string, given: Iterable<string>): string | undefined {
  const candidates = new Set(given);
  const near = closest(word, candidates);
  if (near === undefined || candidates.has(word)) return undefined;
  const far = farBetween(word, near);
  const rivals = [...candidates].filter(
    one => one !== near && !areSiblings(word, one) && farBetween(word, one) <= far,
  );
  return far <= Math.max(1, Math.floor(word.length / 4)) && rivals.length === 0 ? near : undefined;
}

/** Capitals alone make no distance. */
const farBetween = (one: string, other: string): number =>
  isSameWord(one, other) ? 0 : distance(one, other, 3);

/** ` Did you mean 'x'?`, or nothing. */
export const didYouMean = (word: string, candidates: Iterable<string>, language: Language = 'en'): string =>
  nearest(word, candidates)[language];

/** The same in every language. */
export const nearest = (word: string, candidates: Iterable<string>): Said =>
  nearText(closest(word, candidates));
