import { Button } from '@mantine/core';
import { api } from '../../api/index.ts';
import { useChange, useMay } from '../../client/queries.ts';
import type { Lab } from '../../client/types.ts';
import { Icon } from '../../icons/icon.tsx';
import { StateWord } from '../../ui/state-mark.tsx';
import { labWords } from '../../words/lab.ts';
import { useWords } from '../../words/language.tsx';
import { FaultForm } from './fault-form.tsx';
import style from './lab.module.css';

/** One ISP: its cable, and what else can be wrong with it. */
export function IspCard({ isp, lab }: { readonly isp: string; readonly lab: Lab }) {
  const say = useWords(labWords);
  const may = useMay('operate');
  const faults = lab.faults.filter(fault => fault.isp === isp).map(({ fault }) => fault);
  const isPulled = faults.includes('unplug');
  const pull = useChange(() => api.POST('/lab/faults', { body: { fault: 'unplug', isp, options: {} } }));
  const repair = useChange(() => api.POST('/lab/repair', { body: { isp } }));
  const error = pull.error ?? repair.error;
  return (
    <article className={style['card']} aria-label={isp}>
      <header>
        <h2>{isp}</h2>
        <StateWord state={faults.length === 0 ? 'up' : 'down'}>
          {faults.length === 0 ? say.whole : say.faultNow}
        </StateWord>
      </header>
      <Plug isPulled={isPulled} />
      {faults.length > 0 && <p>{faults.map(fault => say[fault]).join(', ')}</p>}
      {may && (
        <div className={style['actions']}>
          <Button
            leftSection={<Icon name="cable" size={14} />}
            disabled={isPulled}
            loading={pull.isPending}
            onClick={() => pull.mutate(undefined)}
          >
            {say.unplug}
          </Button>
          <Button
            variant="default"
            disabled={faults.length === 0}
            loading={repair.isPending}
            onClick={() => repair.mutate(undefined)}
          >
            {say.repair}
          </Button>
        </div>
      )}
      {error && <p role="alert">{error.message}</p>}
      {may && <FaultForm isp={isp} kinds={lab.kinds.filter(kind => kind !== 'unplug')} />}
    </article>
  );
}

/** A cable that is in, or out. */
function Plug({ isPulled }: { readonly isPulled: boolean }) {
  return (
    <svg
      className={style['plug']}
      viewBox="0 0 240 32"
      data-pulled={isPulled || undefined}
      aria-hidden="true"
    >
      <path d="M4 16H96" />
      <rect x="96" y="8" width="28" height="16" rx="2" className={style['jack']} />
      <rect x="124" y="10" width="20" height="12" rx="2" className={style['socket']} />
      <path d="M144 16H236" />
    </svg>
  );
}
