import type { Command } from '../commands/index.ts';
import type { Word } from '../syntax/index.ts';

/** Connections that a script removes: those that have all of these; none said: all. */
export interface Forgotten {
  /** Name of the connection mark. */
  readonly mark?: string | undefined;
  /** `tcp`, `udp`, `icmp`. */
  readonly protocol?: string | undefined;
}

/** What `/ip firewall connection remove …` speaks of; undefined: connections that cannot be told apart by that. */
export function forgottenBy(
  { positional, arguments: named }: Command,
  literal: (word: Word) => string | undefined,
): Forgotten | undefined {
  const target = positional[0] ?? named.find(({ name }) => name === 'numbers')?.value;
  if (target?.kind !== 'command') return undefined;
  const [part, ...more] = target.script.parts;
  if (part?.kind !== 'statement' || more.length > 0) return undefined;
  const at = part.words.findIndex(word => word.kind === 'text' && /(?:^|\/)find$/.test(word.text));
  if (at < 0) return undefined;
  return part.words
    .slice(at + 1)
    .filter(word => word.kind !== 'text' || word.text !== 'where')
    .reduce<Forgotten | undefined>((found, word) => found && narrowed(found, word, literal), {});
}

const known = { 'connection-mark': 'mark', protocol: 'protocol' } as const;

function narrowed(
  found: Forgotten,
  word: Word,
  literal: (word: Word) => string | undefined,
): Forgotten | undefined {
  if (word.kind !== 'argument' || word.operator !== '=') return undefined;
  const key = word.name === 'connection-mark' || word.name === 'protocol' ? known[word.name] : undefined;
  const value = literal(word);
  return key && value !== undefined ? { ...found, [key]: value } : undefined;
}
