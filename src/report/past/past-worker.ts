import { setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import type { PastQuestion } from '../../gateway/index.ts';
import { openPast } from '../../journal/index.ts';
import { answerQuestions, EnvironmentError, environmentTrouble } from '../../sys/index.ts';
import { pastAnswer } from './past-answer.ts';

// The gateway's threads come first: on Linux a priority is of the thread that sets it (setpriority(2)).
setPriority(10);

const dir = workerData as string;

answerQuestions((question: PastQuestion) => {
  const past = opened();
  try {
    return pastAnswer(question, past);
  } finally {
    past.close();
  }
});

/** Nothing was written yet: a past that is empty. */
function opened(): NonNullable<ReturnType<typeof openPast>> {
  try {
    return openPast(dir) ?? { entries: () => [], ring: undefined, close: () => {} };
  } catch (cause) {
    if (environmentTrouble(cause)) throw cause;
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new EnvironmentError(
      'COMMAND_FAILED',
      `The journal in ${dir} cannot be read: ${what}.`,
      'Ask again.',
    );
  }
}
