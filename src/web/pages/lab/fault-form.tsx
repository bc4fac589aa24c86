import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/index.ts';
import { useChange } from '../../client/queries.ts';
import type { LabFault } from '../../client/types.ts';
import { Refused } from '../../ui/refused.tsx';
import { labWords } from '../../words/lab.ts';
import { useWords } from '../../words/language.tsx';
import style from './lab.module.css';

type Kind = LabFault['fault'];

/** What belongs to a fault, and what it is at first. */
const amounts: Partial<
  Record<Kind, { readonly key: 'loss' | 'delay'; readonly at: number; readonly most: number }>
> = {
  lossy: { key: 'loss', at: 20, most: 100 },
  slow: { key: 'delay', at: 200, most: 60_000 },
};

/** Faults beside a pulled cable. */
export function FaultForm({ isp, kinds }: { readonly isp: string; readonly kinds: readonly Kind[] }) {
  const say = useWords(labWords);
  const [fault, setFault] = useState<Kind>(kinds.includes('lossy') ? 'lossy' : (kinds[0] ?? 'lossy'));
  const amount = amounts[fault];
  const [value, setValue] = useState(amount?.at ?? 0);
  const inject = useChange(() =>
    api.POST('/lab/faults', { body: { fault, isp, options: amount ? { [amount.key]: value } : {} } }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    inject.mutate(undefined);
  };
  if (kinds.length === 0) return null;
  return (
    <details className={style['more']}>
      <summary>{say.more}</summary>
      <form onSubmit={submit}>
        <NativeSelect
          label={say.fault}
          value={fault}
          onChange={event => {
            const next = event.currentTarget.value as Kind;
            setFault(next);
            setValue(amounts[next]?.at ?? 0);
          }}
          data={kinds.map(kind => ({ value: kind, label: say[kind] }))}
        />
        {amount && (
          <NumberInput
            label={amount.key === 'loss' ? say.lossPercent : say.delayMs}
            value={value}
            min={0}
            max={amount.most}
            onChange={next => setValue(Number(next) || 0)}
          />
        )}
        <Button type="submit" variant="default" loading={inject.isPending}>
          {say.inject}
        </Button>
        <Refused error={inject.error} />
      </form>
    </details>
  );
}
