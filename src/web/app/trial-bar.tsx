import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Schemas } from '../api/index.ts';
import { answerOf, Refusal } from '../client/ask.ts';
import { useChange, useMay } from '../client/queries.ts';
import { useLive } from '../live/live-context.tsx';
import { ifMatch, type Trial, trialOf } from '../live/trial.ts';
import { nameOf } from '../say/files.ts';
import { left } from '../say/times.ts';
import { Refused } from '../ui/refused.tsx';
import { SavedText } from '../ui/saved-text.tsx';
import { useLanguage, useWords } from '../words/language.tsx';
import { shellWords } from '../words/shell.ts';
import style from './bars.module.css';

type Saved = Schemas['ConfigSaved'];

/** While a configuration is on trial: how long still, and both ways out of it. Once it is confirmed: what its files say. */
export function TrialBar() {
  const status = useLive(live => live.status);
  const [saved, setSaved] = useState<Saved>();
  const heardAt = useLive(live => live.statusAt);
  const trial = trialOf(status, heardAt);
  if (trial) return <Countdown key={trial.hash} trial={trial} onSaved={setSaved} />;
  return saved ? <SavedBar saved={saved} close={() => setSaved(undefined)} /> : null;
}

function SavedBar({ saved, close }: { readonly saved: Saved; readonly close: () => void }) {
  const say = useWords(shellWords);
  return (
    <section
      className={style['bar']}
      data-kind={saved.problem ? 'trial' : 'saved'}
      aria-label={say.confirmed}
    >
      <strong>{say.confirmed}</strong>
      <span className={style['grow']}>
        <SavedText saved={saved} />
      </span>
      <Button variant="default" onClick={close}>
        {say.close}
      </Button>
    </section>
  );
}

function Countdown({
  trial,
  onSaved,
}: {
  readonly trial: Trial;
  readonly onSaved: (saved: Saved | undefined) => void;
}) {
  const say = useWords(shellWords);
  const { language } = useLanguage();
  const now = useNow();
  const queries = useQueryClient();
  const confirm = useMutation({
    mutationFn: () => confirmed(trial.hash),
    onSuccess: ({ saved }) => {
      onSaved(saved);
      return queries.invalidateQueries();
    },
  });
  const takeBack = useChange(() =>
    api.POST('/config/rollback', { params: ifMatch(trial.hash), body: { lang: language } }),
  );
  const error = confirm.error ?? takeBack.error;
  return (
    <section className={style['bar']} data-kind="trial" aria-label={say.trialTitle}>
      <strong>{say.trialTitle}</strong>
      <span className={style['grow']}>{say.trialText(nameOf(trial.file), left(trial.until - now))}</span>
      <Refused error={error} />
      <TrialActions
        confirm={() => confirm.mutate(undefined)}
        takeBack={() => takeBack.mutate(undefined)}
        busy={confirm.isPending || takeBack.isPending}
      />
    </section>
  );
}

/** A browser keeps so many connections to one host. */
const mostConnections = 6;

/**
 * Only a connection that was opened after the change shows that one can still get in. The server ends each older one that is
 * used for it, so the next try goes by another or a new one.
 */
async function confirmed(hash: string): Promise<Schemas['ConfigConfirmed']> {
  for (let tries = 1; ; tries++) {
    try {
      return await answerOf(api.POST('/config/confirm', { params: ifMatch(hash) }));
    } catch (error) {
      const isOld = error instanceof Refusal && error.code === 'gateway/old-connection';
      if (!isOld || tries > mostConnections) throw error;
    }
  }
}

function TrialActions({
  confirm,
  takeBack,
  busy,
}: {
  readonly confirm: () => void;
  readonly takeBack: () => void;
  readonly busy: boolean;
}) {
  const say = useWords(shellWords);
  const mayConfirm = useMay('operate');
  const mayTakeBack = useMay('admin');
  return (
    <span className={style['actions']}>
      {mayConfirm && (
        <Button onClick={confirm} disabled={busy}>
          {say.confirm}
        </Button>
      )}
      {mayTakeBack && (
        <Button variant="default" onClick={takeBack} disabled={busy}>
          {say.takeBack}
        </Button>
      )}
    </span>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
