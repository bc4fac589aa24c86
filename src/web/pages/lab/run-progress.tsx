import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { api } from '../../api/index.ts';
import { useChange, useMay } from '../../client/queries.ts';
import type { LabRun } from '../../client/types.ts';
import { percent } from '../../say/numbers.ts';
import { left } from '../../say/times.ts';
import { Panel } from '../../ui/panel.tsx';
import { Refused } from '../../ui/refused.tsx';
import { labWords } from '../../words/lab.ts';
import { useWords } from '../../words/language.tsx';
import style from './experiments.module.css';

/** An experiment that runs: how far it is, what it does, and the way out. */
export function RunProgress({ run }: { readonly run: LabRun }) {
  const say = useWords(labWords);
  const may = useMay('operate');
  const cancel = useChange(() => api.DELETE('/lab/run'));
  const text = say.progress(percent(Math.round(run.part * 100) / 100), left(run.leftMs));
  const button = may && (
    <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
      {say.cancel}
    </Button>
  );
  const place = useRef<HTMLDivElement>(null);
  // Whoever began it further below sees that it runs.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place}>
      <Panel title={say.runs(run.title)} aside={button}>
        <div
          className={style['bar']}
          role="progressbar"
          aria-label={run.title}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(run.part * 100)}
          aria-valuetext={text}
        >
          <span style={{ width: `${(run.part * 100).toFixed(1)}%` }} />
        </div>
        <p className={style['weak']}>
          {text}; {say.partsDone(run.parts.done, run.parts.all)}
        </p>
        <ul className={style['now']}>
          {run.now.map(({ title, line }) => (
            <li key={title}>
              <strong>{title}</strong> {line === '' ? say.building : line}
            </li>
          ))}
        </ul>
        <Refused error={cancel.error} />
      </Panel>
    </div>
  );
}
