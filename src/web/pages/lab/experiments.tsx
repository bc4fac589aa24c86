import { Button } from '@mantine/core';
import { api } from '../../api/index.ts';
import { useChange, useMay, useRead } from '../../client/queries.ts';
import type { Lab, LabExperiment, LabRun } from '../../client/types.ts';
import { lasting } from '../../say/times.ts';
import { Panel } from '../../ui/panel.tsx';
import { Refused } from '../../ui/refused.tsx';
import { labWords } from '../../words/lab.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { Result } from './experiment-result.tsx';
import style from './experiments.module.css';
import { RunProgress } from './run-progress.tsx';

/** What can be tried on this bench, what runs, and what the last one found. */
export function Experiments({
  experiments,
  run,
}: {
  readonly experiments: Lab['experiments'];
  readonly run: LabRun | undefined;
}) {
  const say = useWords(labWords);
  const isRunning = run?.state === 'running';
  // Another state is another answer; while it runs, the stream tells.
  const outcome = useRead(['lab-run', run?.startedAt, run?.state], () => api.GET('/lab/run'));
  const result = outcome.data?.result;
  return (
    <>
      {run && isRunning && <RunProgress run={run} />}
      {run && !isRunning && <Ended run={run} />}
      {!isRunning && result && <Result result={result} />}
      <Panel title={say.experiments}>
        <p className={style['weak']}>{say.experimentsText}</p>
        <ul className={style['list']}>
          {experiments.map(one => (
            <Experiment key={one.name} experiment={one} isRunning={isRunning} />
          ))}
        </ul>
      </Panel>
    </>
  );
}

function Experiment({
  experiment: { name, title, parts, seconds },
  isRunning,
}: {
  readonly experiment: LabExperiment;
  readonly isRunning: boolean;
}) {
  const say = useWords(labWords);
  const { language: lang } = useLanguage();
  const may = useMay('operate');
  const begin = useChange(() => api.POST('/lab/run', { body: { experiment: name, lang } }));
  return (
    <li>
      <div>
        <h3>{title}</h3>
        <p className={style['weak']}>
          {parts === 0 ? say.nothingToTry : say.about(lasting(seconds * 1000, lang))}
        </p>
        <Refused error={begin.error} />
      </div>
      {may && (
        <Button
          variant="default"
          aria-label={say.runOf(title)}
          disabled={isRunning || parts === 0}
          loading={begin.isPending}
          onClick={() => begin.mutate(undefined)}
        >
          {say.run}
        </Button>
      )}
    </li>
  );
}

/** That it was cancelled or could not be run; what it found says the rest. */
function Ended({ run }: { readonly run: LabRun }) {
  const say = useWords(labWords);
  if (run.state === 'done') return null;
  return (
    <Panel title={run.title}>
      <p aria-live="polite">
        {run.state === 'cancelled' ? say.cancelled : `${say.failed}: ${run.why ?? ''}`}
      </p>
    </Panel>
  );
}
