import { Button } from '@mantine/core';
import { api } from '../../api/index.ts';
import { useChange, useMay, useRead } from '../../client/queries.ts';
import { useLive } from '../../live/live-context.tsx';
import { Failed, Loading, Notice } from '../../ui/notice.tsx';
import { labWords } from '../../words/lab.ts';
import { useWords } from '../../words/language.tsx';
import { placeWords } from '../../words/places.ts';
import { IspCard } from './isp-card.tsx';
import style from './lab.module.css';
import { LiveRates } from './live-rates.tsx';

/** Pull a cable, lose or delay packets, and see what becomes of it. */
export default function LabPage() {
  const places = useWords(placeWords);
  const say = useWords(labWords);
  const may = useMay('operate');
  const wans = useLive(live => live.wans) ?? [];
  const { data, error, refetch } = useRead(['lab'], () => api.GET('/lab'), 2000);
  const repair = useChange(() => api.POST('/lab/repair', { body: {} }));
  if (!data) {
    if (!error) return <Loading />;
    return 'status' in error && error.status === 404 ? (
      <Notice title={say.noLab}>{say.noLabText}</Notice>
    ) : (
      <Failed error={error} again={refetch} />
    );
  }
  return (
    <div className={style['page']}>
      <header className={style['head']}>
        <h1>
          {places.lab}: {data.name}
        </h1>
        {may && data.faults.length > 0 && (
          <Button variant="default" loading={repair.isPending} onClick={() => repair.mutate(undefined)}>
            {say.repairAll}
          </Button>
        )}
        <p>{say.intro}</p>
      </header>
      <section className={style['cards']} aria-label={say.cables}>
        {data.isps.map(isp => (
          <IspCard key={isp} isp={isp} lab={data} />
        ))}
      </section>
      <section className={style['cards']} aria-label={say.live}>
        {wans.map(wan => (
          <LiveRates key={wan.name} wan={wan} />
        ))}
      </section>
    </div>
  );
}
