import type { Kept } from '../../model/index.ts';
import { menuSchema } from '../schema/index.ts';
import { meant } from '../spelling/similar.ts';
import type { Problem } from '../syntax/index.ts';

/**
 * Properties of a menu that is only kept which no console lists, and which are near one that they do (docs/routeros.md#console-listings).
 * `from`: where its words begin in the text.
 */
export function misspelledProperties({ origin, text }: Kept, from: number): Problem[] {
  const known = menuSchema.get(origin.menu)?.properties;
  if (!known) return [];
  const names = [...known.keys()];
  // As long as before: what stands in strings, lists and commands are values.
  const bare = text.replaceAll(/"(?:[^"\\]|\\[\s\S])*"|\[[^\]]*\]|\{[\s\S]*\}/g, value =>
    ' '.repeat(value.length),
  );
  return [...bare.matchAll(/(?<=\s)[a-z][a-z0-9-]*(?==)/g)].flatMap(({ 0: name, index }) => {
    const near = known.has(name) || names.some(one => one.startsWith(name)) ? undefined : meant(name, names);
    if (near === undefined) return [];
    return [
      {
        id: 'rsc/unknown-property',
        severity: 'warning' as const,
        what: {
          en: `'${name}' is not a property of ${origin.menu}. Did you mean '${near}'?`,
          id: `'${name}' bukan properti ${origin.menu}. Maksudnya '${near}'?`,
        },
        do: { en: 'Correct or remove the property.', id: 'Perbaiki atau hapus properti itu.' },
        range: { start: from + index, end: from + index + name.length },
      },
    ];
  });
}
