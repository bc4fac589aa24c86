import type { CompletionSource } from '@codemirror/autocomplete';
import { useEffect, useMemo, useRef } from 'react';
import type { TextAsked } from './work/questions.ts';
import { Runner } from './work/runner.ts';

/** How long a list may take, in ms: later nobody waits for it. */
const limit = 4000;

const types = {
  menu: 'namespace',
  command: 'function',
  property: 'property',
  value: 'enum',
  name: 'variable',
} as const;

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
    () => async context => {
      const { file } = latest.current;
      const before = context.matchBefore(/[^\s]*/);
      if (/\.ya?ml$/i.test(file)) return null;
      if (!context.explicit && (!before || before.from === before.to)) return null;
      const text = context.state.doc.toString();
      const outcome = await runner.current?.ask<'complete'>(
        { ...latest.current, text, kind: 'complete', offset: context.pos },
        limit,
      );
      if (!outcome || !('answer' in outcome) || context.aborted) return null;
      const { from, items } = outcome.answer;
      return {
        from,
        validFor: /^[\w.-]*$/,
        options: items.map(({ label, kind, insertText, detail, documentation, isMissing }) => ({
          label,
          type: types[kind],
          ...(insertText !== undefined && { apply: insertText }),
          ...(detail !== undefined && { detail: detail.length > 40 ? `${detail.slice(0, 39)}…` : detail }),
          ...(documentation !== undefined && { info: documentation }),
          ...(isMissing && { boost: -50 }),
        })),
      };
    },
    [],
  );
}
