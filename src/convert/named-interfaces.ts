import { type OutlineStatement, positionalOf, textOf } from '../rsc/index.ts';

/** Whom a `set` means: `set ether1`, `set ether1,ether2`, `set [ find name=ether1 ]`, `set [ find default-name=ether1 ]`. */
export function interfacesOf(one: OutlineStatement): readonly string[] {
  return positionalOf(one).flatMap(value => {
    if (value.kind === 'text') return value.text.split(',');
    const [part, ...more] = value.kind === 'command' ? value.script.parts : [];
    if (part?.kind !== 'statement' || more.length > 0) return [];
    return part.words.flatMap(word =>
      word.kind === 'argument' && /^(?:name|default-name)$/.test(word.name) && word.operator === '='
        ? (textOf(word) ?? [])
        : [],
    );
  });
}
