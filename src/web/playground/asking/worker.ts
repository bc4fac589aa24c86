import { answer } from './answer.ts';
import { NotAsked } from './not-asked.ts';
import type { Numbered } from './protocol.ts';

let newest = 0;

/** A worker: answers questions. Whoever asks ends it where an answer takes too long. */
addEventListener('message', async ({ data: { id, question } }: MessageEvent<Numbered>) => {
  const { kind } = question;
  newest = id;
  const begun = performance.now();
  try {
    const found = await answer(question, () => newest === id);
    postMessage({ id, kind, answer: found, tookMs: performance.now() - begun });
  } catch (error) {
    if (error instanceof NotAsked) postMessage({ id, kind, refused: error.refused });
    else
      postMessage({
        id,
        kind,
        defect: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
  }
});
