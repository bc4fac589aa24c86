import { useCallback, useEffect, useRef, useState } from 'react';
import type { Kind, Question } from './asking/questions.ts';
import { type Outcome, Runner } from './asking/runner.ts';

/** A question that is being worked out, and the last outcome. */
export interface Asking<K extends Kind> {
  readonly isBusy: boolean;
  readonly outcome: Outcome<K> | undefined;
  readonly cancel: () => void;
  readonly again: () => void;
}

type Of<K extends Kind> = Extract<Question, { readonly kind: K }>;

/** How long text must be left alone before it is asked about, in ms. */
const rest = 350;

/** Asks a question anew whenever it changes; undefined: nothing is asked. Typing is never kept waiting by it. */
export function useAnswer<K extends Kind>(question: Of<K> | undefined, limitMs: number): Asking<K> {
  const runner = useRef<Runner | undefined>(undefined);
  const [outcome, setOutcome] = useState<Outcome<K>>();
  const [isBusy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const key = question && JSON.stringify(question);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(question);
  latest.current = question;

  useEffect(() => {
    runner.current = new Runner();
    return () => runner.current?.end();
  }, []);

  useEffect(() => {
    const asked = latest.current;
    if (!asked) {
      setBusy(false);
      return;
    }
    let isCurrent = true;
    timer.current = setTimeout(async () => {
      setBusy(true);
      const found = await runner.current?.ask<K>(asked, limitMs);
      if (!isCurrent) return;
      setBusy(false);
      setOutcome(found);
    }, rest);
    return () => {
      isCurrent = false;
      clearTimeout(timer.current);
      if (asked.kind !== 'lint') runner.current?.cancel();
    };
  }, [key, round, limitMs]);

  const cancel = useCallback(() => {
    clearTimeout(timer.current);
    runner.current?.cancel();
    setBusy(false);
    setOutcome({ cancelled: true });
  }, []);
  const again = useCallback(() => setRound(one => one + 1), []);
  return { isBusy, outcome, cancel, again };
}
