import type { CompletionSource } from '@codemirror/autocomplete';
import { useEffect, useMemo, useRef } from 'react';
import { completionSource } from '../parts/index.ts';
import type { TextAsked } from './asking/questions.ts';
import { Runner } from './asking/runner.ts';

/** How long a list may take, in ms: later nobody waits for it. */
const limit = 4000;

/** What can be written where the cursor is, worked out beside the page. */
export function useComplete(asked: TextAsked): CompletionSource {
  const runner = useRef<Runner | undefined>(undefined);
  const latest = useRef(asked);
  latest.current = asked;
  useEffect(() => {
    runner.current = new Runner();
    return () => runner.current?.end();
  }, []);
  return useMemo(
    () =>
      completionSource(async (text, offset) => {
        const question = { ...latest.current, text, kind: 'complete', offset } as const;
        const outcome = await runner.current?.ask<'complete'>(question, limit);
        return outcome && 'answer' in outcome ? outcome.answer : undefined;
      }),
    [],
  );
}
