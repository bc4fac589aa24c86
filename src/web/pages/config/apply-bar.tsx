import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas } from '../../api/index.ts';
import { Refusal } from '../../client/ask.ts';
import { useChange } from '../../client/queries.ts';
import { dropDrafts } from '../../session/drafts.ts';
import { askWords } from '../../words/ask.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { Applied } from './applied.tsx';
import style from './config.module.css';
import type { InForce } from './use-config.ts';
import type { useTexts } from './use-texts.ts';

/** How long a change waits to be confirmed, in seconds; 0: it stays at once. */
const waits = [30, 60, 120, 300, 600, 0] as const;

/** Applies the texts: taken back by itself unless somebody confirms, as whoever locks himself out cannot. */
export function ApplyBar({
  inForce: { tag, config },
  texts: { files, isChanged, isOutdated, applied, discard },
  verdict,
}: {
  readonly inForce: InForce;
  readonly texts: ReturnType<typeof useTexts>;
  readonly verdict: Schemas['ConfigVerdict'] | undefined;
}) {
  const say = useWords(askWords);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [wait, setWait] = useState<number>(60);
  const [save, setSave] = useState(true);
  const apply = useChange<void, Schemas['ConfigApplied']>(() =>
    api.POST('/config/apply', {
      params: { header: { 'If-Match': tag } },
      body: { files: [...files], lang: language, save, ...(wait > 0 && { confirmSeconds: wait }) },
    }),
  );
  const press = (): void =>
    apply.mutate(undefined, {
      onSuccess: ({ accepted, until, hash }) => {
        if (accepted) applied(hash);
        if (accepted && until === undefined) dropDrafts();
      },
      onError: error => {
        if (isConflict(error)) void queries.invalidateQueries({ queryKey: ['config'] });
      },
    });
  return (
    <div className={style['apply']}>
      <NativeSelect
        aria-label={say.confirmWithin}
        value={String(wait)}
        onChange={event => setWait(Number(event.currentTarget.value))}
        data={waits.map(seconds => ({
          value: String(seconds),
          label: `${say.confirmWithin} ${waitText(seconds, say)}`,
        }))}
      />
      <Checkbox label={say.keep} checked={save} onChange={event => setSave(event.currentTarget.checked)} />
      <div className={style['row']}>
        <Button onClick={press} disabled={!isChanged || apply.isPending || verdict?.accepted === false}>
          {say.apply}
        </Button>
        <Button variant="default" onClick={discard} disabled={!isChanged}>
          {say.discard}
        </Button>
      </div>
      {apply.error && (
        <p role="alert" className={style['bad']}>
          {isConflict(apply.error) ? say.meanwhile : `${apply.error.message} ${doOf(apply.error)}`}
        </p>
      )}
      {isOutdated && !isConflict(apply.error) && <p role="status">{say.meanwhile}</p>}
      {apply.data && <Applied applied={apply.data} inForce={config.hash} />}
    </div>
  );
}

const waitText = (
  seconds: number,
  say: {
    readonly seconds: (count: number) => string;
    readonly minutes: (count: number) => string;
    readonly forGood: string;
  },
): string => {
  if (seconds === 0) return say.forGood;
  return seconds < 60 ? say.seconds(seconds) : say.minutes(seconds / 60);
};

const isConflict = (error: unknown): boolean => error instanceof Refusal && error.status === 412;
const doOf = (error: unknown): string => (error instanceof Refusal ? (error.do ?? '') : '');
