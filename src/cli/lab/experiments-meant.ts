import type { Experiment } from '../../lab/index.ts';
import { inAsked } from '../options/language.ts';

/** The wanted experiments in the order of the report; names that are none are said on stderr. */
export function experimentsMeant(
  names: readonly string[] | undefined,
  all: readonly Experiment[],
): readonly Experiment[] | undefined {
  if (!names) return all;
  const known = all.map(({ name }): string => name);
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length === 0) return all.filter(({ name }) => names.includes(name));
  process.stderr.write(
    inAsked({
      en: `jalur: there is no experiment ${unknown.join(', ')}.\n       Experiments: ${known.join(', ')}\n`,
      id: `jalur: tidak ada eksperimen ${unknown.join(', ')}.\n       Eksperimen: ${known.join(', ')}\n`,
    }),
  );
  return undefined;
}
