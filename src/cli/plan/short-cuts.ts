import type { ShortCut } from '../../compile/index.ts';
import { placesOf } from '../../linux/index.ts';
import type { Language, Said } from '../../text/index.ts';

const words: Readonly<Record<ShortCut['kind'], Said>> = {
  'asked-once': { en: 'asked once a connection', id: 'diperiksa sekali tiap koneksi' },
  'asked-each': { en: 'asked by each packet', id: 'diperiksa setiap paket' },
  'one-look-up': { en: 'one look-up', id: 'satu pencarian' },
};

/** A short cut with the places of its rules; each of them once, where rules stand in several chains of the program. */
export function shortCutRows(shortCuts: readonly ShortCut[], language: Language): readonly ShortCutRow[] {
  const rows = shortCuts.map(({ kind, rules, why }) => {
    return {
      kind,
      chain: chainOf(rules),
      places: placesOf(rules.map(({ origin }) => origin)),
      why: why[language],
    };
  });
  const found = new Map(rows.map(row => [JSON.stringify([row.kind, row.chain, row.places]), row]));
  return [...found.values()];
}

interface ShortCutRow {
  readonly kind: ShortCut['kind'];
  /** `mangle prerouting`. */
  readonly chain: string;
  /** `paper.rsc:15,16,17`. */
  readonly places: string;
  readonly why: string;
}

const chainOf = (rules: ShortCut['rules']): string =>
  [...new Set(rules.map(({ table, chain }) => `${table} ${chain}`))].join(', ');

/** A section of the plan; empty where every packet is asked by every rule as it stands in the text. */
export function shortCutText(shortCuts: readonly ShortCut[], language: Language): string {
  const rows = shortCutRows(shortCuts, language);
  if (rows.length === 0) return '';
  const lines = rows.map(
    ({ kind, chain, places, why }) => `${words[kind][language]}: ${chain} ${places}, ${why}`,
  );
  return `\n## short cuts\n${lines.join('\n')}\n`;
}
