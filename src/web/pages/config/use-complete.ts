import { useEffect, useMemo, useRef } from 'react';
import type { CompletionAsked, Completions } from '../../parts/editor/completions.ts';
import { completionSource } from '../../parts/index.ts';

/** What can be written where the cursor is. The worker is loaded when it is first asked. */
export function useComplete(file: string, lang: CompletionAsked['lang']) {
  const worker = useRef<Worker | undefined>(undefined);
  const latest = useRef({ file, lang });
  latest.current = { file, lang };
  useEffect(() => () => worker.current?.terminate(), []);
  return useMemo(() => {
    let last = 0;
    return completionSource((text, offset) => {
      worker.current ??= new Worker(new URL('./complete-worker.ts', import.meta.url), { type: 'module' });
      const id = ++last;
      return answerTo(worker.current, id, { ...latest.current, text, offset });
    });
  }, []);
}

const patience = 4000;

function answerTo(worker: Worker, id: number, asked: CompletionAsked): Promise<Completions | undefined> {
  return new Promise(resolve => {
    const stop = (found?: Completions): void => {
      clearTimeout(timer);
      worker.removeEventListener('message', hear);
      resolve(found);
    };
    const hear = ({ data }: MessageEvent<{ id: number; found: Completions }>): void => {
      if (data.id === id) stop(data.found);
    };
    const timer = setTimeout(stop, patience);
    worker.addEventListener('message', hear);
    worker.postMessage({ id, asked });
  });
}
