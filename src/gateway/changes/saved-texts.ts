import { readTextFile } from '../../config/index.ts';
import { fileTrouble, replaceFile } from '../../files/index.ts';
import { environmentTrouble } from '../../sys/index.ts';
import type { RunConfig } from '../core/index.ts';
import type { ApplyReply, SavedReply } from '../replies/index.ts';

type Problem = NonNullable<SavedReply['problem']>;

/**
 * Writes what a configuration says into its files, as far as the one before it was read from them: no other file is touched, nor one that
 * somebody has changed since. Nothing is written where not all can be.
 */
export function savedTexts(
  { texts = new Map() }: Pick<RunConfig, 'texts'>,
  { texts: before = new Map() }: Pick<RunConfig, 'texts'>,
): SavedReply {
  const files: string[] = [];
  try {
    for (const [file, text] of texts) {
      const problem = objectionTo(file, text, before.get(file));
      if (problem) return { files, problem };
    }
    for (const [file, text] of texts) {
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

/** What stays is written into its files, where that was asked for: what is on trial, once it is confirmed. */
export const withSaved = (reply: ApplyReply, config: RunConfig, before: RunConfig | undefined): ApplyReply =>
  before && reply.accepted && reply.until === undefined
    ? { ...reply, saved: savedTexts(config, before) }
    : reply;

/** Why this text is not written into that file. */
function objectionTo(file: string, text: string, before: string | undefined): Problem | undefined {
  if (before === undefined || !file.startsWith('/')) return notOurs(file);
  try {
    const { text: now } = readTextFile(file);
    return now === before || now === text ? undefined : changed(file);
  } catch (error) {
    return { ...changed(file), what: `${file} is not written, as it cannot be read: ${fileTrouble(error)}.` };
  }
}

const notOurs = (file: string): Problem => ({
  what: `${file} is none of the files that the configuration before was read from: it is not written.`,
  do: 'Write it by hand, so that the next start of the gateway finds it.',
});

const changed = (file: string): Problem => ({
  what: `${file} is not written: somebody has changed it since the gateway read it.`,
  do: 'Look at what it says now and bring both together by hand: the next start of the gateway has what is in the file.',
});
