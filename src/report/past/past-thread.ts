import type { PastAnswers, PastQuestion, PastReader } from '../../gateway/index.ts';
import { entryPoint, restingThread, smallThread } from '../../sys/index.ts';

/** `dir`: the folder of what outlives a reboot. */
export function pastThread(dir: string): PastReader {
  const thread = restingThread<PastQuestion, PastAnswers[PastQuestion['kind']]>({
    ...{ script: entryPoint('report/past/past-worker.ts'), workerData: dir, limits: smallThread },
    failing: 'The journal cannot be read',
  });
  return {
    ask: async question => (await thread.ask(question)) as PastAnswers[(typeof question)['kind']],
    close: thread.close,
  };
}
