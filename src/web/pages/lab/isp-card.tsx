import { Button } from '@mantine/core';
import { api } from '../../api/index.ts';
import { useChange, useMay } from '../../client/queries.ts';
import type { Lab, LabFault } from '../../client/types.ts';
import { Icon } from '../../icons/icon.tsx';
import { useLive } from '../../live/live-context.tsx';
import { Refused } from '../../ui/refused.tsx';
import { StateWord } from '../../ui/state-mark.tsx';
import { labWords } from '../../words/lab.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import type { Spoken } from '../../words/said.ts';
import { FaultForm } from './fault-form.tsx';
import { inEffect } from './fault-words.ts';
import style from './lab.module.css';
import { LiveLine } from './live-line.tsx';

/** One ISP: its cable, what else can be wrong with it, and how the gateway takes it. */
export function IspCard({
  isp,
  faults,
  kinds,
}: {
  readonly isp: Lab['isps'][number];
  readonly faults: Lab['faults'];
  readonly kinds: Lab['kinds'];
}) {
  const say = useWords(labWords);
  const lang = useLanguage().language;
  const may = useMay('operate');
  const wan = useLive(live => live.wans?.find(({ name }) => name === isp.interface));
  const own = faults.filter(fault => fault.isp === isp.name).map(({ fault }) => fault);
  const isPulled = own.includes('unplug');
  const params = { query: { lang } };
  const pull = useChange(() =>
    api.POST('/lab/faults', { params, body: { fault: 'unplug', isp: isp.name, options: {} } }),
  );
  const repair = useChange(() => api.POST('/lab/repair', { params, body: { isp: isp.name } }));
  const error = pull.error ?? repair.error;
  return (
    <article className={style['card']} aria-label={isp.name}>
      <header>
        <h2>
          {isp.name} <span className={style['port']}>{isp.interface}</span>
        </h2>
        <span aria-live="polite">
          <StateWord state={own.length === 0 ? 'up' : 'down'}>{stateText(own, say)}</StateWord>
        </span>
      </header>
      <Plug isPulled={isPulled} />
      {own.length > 1 && (
        <p className={style['faults']}>{own.map(fault => say[inEffect[fault]]).join(', ')}</p>
      )}
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
            disabled={own.length === 0}
            loading={repair.isPending}
            onClick={() => repair.mutate(undefined)}
          >
            {isPulled && own.length === 1 ? say.plug : say.repair}
          </Button>
        </div>
      )}
      <Refused error={error} />
      {may && <FaultForm isp={isp.name} kinds={kinds.filter(kind => kind !== 'unplug')} />}
      {wan ? <LiveLine wan={wan} /> : <p className={style['weak']}>{say.noWan}</p>}
    </article>
  );
}

/** One fault by its name; of several the names stand below. */
const stateText = (faults: readonly LabFault['fault'][], say: Spoken<typeof labWords>): string => {
  const [only, ...others] = faults;
  if (!only) return say.whole;
  return others.length === 0 ? say[inEffect[only]] : say.faultNow;
};

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
