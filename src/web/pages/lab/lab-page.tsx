import { Button, Switch } from '@mantine/core';
import { api } from '../../api/index.ts';
import { useChange, useMay, useRead } from '../../client/queries.ts';
import { useLive } from '../../live/live-context.tsx';
import { Failed, Loading, Notice } from '../../ui/notice.tsx';
import { Refused } from '../../ui/refused.tsx';
import { labWords } from '../../words/lab.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { placeWords } from '../../words/places.ts';
import { Experiments } from './experiments.tsx';
import { IspCard } from './isp-card.tsx';
import style from './lab.module.css';

/** Pull a cable, lose or delay packets, run an experiment, and see what becomes of it. */
export default function LabPage() {
  const places = useWords(placeWords);
  const say = useWords(labWords);
  const { language: lang } = useLanguage();
  const may = useMay('operate');
  const told = useLive(live => live.lab);
  const params = { query: { lang } };
  const { data, error, refetch } = useRead(['lab', lang], () => api.GET('/lab', { params }));
  const repair = useChange(() => api.POST('/lab/repair', { params, body: {} }));
  const traffic = useChange((on: boolean) => api.POST('/lab/traffic', { params, body: { on } }));
  if (!data) {
    if (!error) return <Loading />;
    return 'status' in error && error.status === 404 ? (
      <>
        <h1>{places.lab}</h1>
        <Notice title={say.noLab}>{say.noLabText}</Notice>
      </>
    ) : (
      <Failed error={error} again={refetch} page={places.lab} />
    );
  }
  // Whichever was read later.
  const now = told && told.at > data.at ? told : data;
  const failed = repair.error ?? traffic.error;
  return (
    <div className={style['page']}>
      <header className={style['head']}>
        <h1>
          {places.lab}: {data.name}
        </h1>
        <div className={style['actions']}>
          <Switch
            label={say.traffic}
            checked={now.traffic}
            disabled={!may || traffic.isPending}
            onChange={event => traffic.mutate(event.currentTarget.checked)}
          />
          {may && (
            <Button
              variant="default"
              disabled={now.faults.length === 0}
              loading={repair.isPending}
              onClick={() => repair.mutate(undefined)}
            >
              {say.repairAll}
            </Button>
          )}
        </div>
        <p>{say.intro}</p>
        <Refused error={failed} />
      </header>
      <section className={style['cards']} aria-label={say.cables}>
        {data.isps.map(isp => (
          <IspCard key={isp.name} isp={isp} faults={now.faults} kinds={data.kinds} />
        ))}
      </section>
      <Experiments experiments={data.experiments} run={now.run} />
    </div>
  );
}
