import { useCallback } from 'react';
import { useWords } from '../../words/language.tsx';
import { pastWords } from '../../words/past.ts';
import { stateWords } from '../../words/states.ts';

/** Causes of an outage in words, the first one first. */
export function useCauses(): (causes: readonly string[]) => string {
  const states = useWords(stateWords);
  const say = useWords(pastWords);
  return useCallback(
    causes => {
      const words = causes.map(cause => {
        const word = states[cause as keyof typeof states];
        return typeof word === 'string' ? word : cause;
      });
      return words.join(', ') || say.unknownCause;
    },
    [states, say],
  );
}
