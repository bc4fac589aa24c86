import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Public configurations; they are not part of the project, so tests that use them skip where they are absent. */
const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

export interface CorpusFile {
  readonly name: string;
  readonly kind: string;
  readonly multiWan: boolean;
  readonly pcc: boolean;
  readonly text: string;
}

export const hasCorpus = existsSync(`${folder}manifest.tsv`);

/** All files of the manifest; empty where the corpus is absent. */
export function corpusFiles(): readonly CorpusFile[] {
  if (!hasCorpus) return [];
  const [, ...rows] = readFileSync(`${folder}manifest.tsv`, 'utf8').trimEnd().split('\n');
  return rows.map(row => {
    const [name = '', , , , kind = '', , multiWan = '-', , , pcc = ''] = row.split('\t');
    const text = readFileSync(folder + name, 'utf8');
    return { name, kind, multiWan: multiWan !== '-', pcc: pcc !== '', text };
  });
}
