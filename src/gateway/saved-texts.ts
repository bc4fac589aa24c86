import { replaceFile } from '../files/index.ts';
import { environmentTrouble } from '../sys/index.ts';
import type { RunConfig } from './core/index.ts';
import type { SavedReply } from './replies/index.ts';

/** Writes what a configuration says into its files, as far as the one before it was read from them: no other file is touched. */
export function savedTexts(
  { texts = new Map() }: Pick<RunConfig, 'texts'>,
  { texts: before = new Map() }: Pick<RunConfig, 'texts'>,
): SavedReply {
  const files: string[] = [];
  try {
    for (const [file, text] of texts) {
      if (!before.has(file) || !file.startsWith('/')) return { files, problem: notOurs(file) };
      replaceFile(file, text);
      files.push(file);
    }
    return { files };
  } catch (error) {
    const problem = environmentTrouble(error);
    if (!problem) throw error;
    return { files, problem };
  }
}

const notOurs = (file: string): SavedReply['problem'] => ({
  what: `${file} is none of the files that the configuration before was read from: it is not written.`,
  do: 'Write it by hand, so that the next start of the gateway finds it.',
});
