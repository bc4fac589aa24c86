import type { PastReader } from '../../gateway/index.ts';

/** What reads a journal is loaded with the first question: the start of a gateway does not wait for it. */
export function latePast(durableDir: string): PastReader {
  let reader: Promise<PastReader> | undefined;
  const opened = (): Promise<PastReader> => {
    reader ??= import('../../report/index.ts').then(({ pastThread }) => pastThread(durableDir));
    return reader;
  };
  return {
    ask: async question => (await opened()).ask(question),
    close: async () => (await reader)?.close(),
  };
}
