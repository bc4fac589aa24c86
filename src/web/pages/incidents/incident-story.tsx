import { Link } from 'wouter';
import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import type { Incident } from '../../client/types.ts';
import { Icon } from '../../icons/icon.tsx';
import { useLive } from '../../live/live-context.tsx';
import { lasting, moment } from '../../say/times.ts';
import { Failed, Loading } from '../../ui/notice.tsx';
import { StateWord } from '../../ui/state-mark.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import { pastWords } from '../../words/past.ts';
import { stateWords } from '../../words/states.ts';
import { AsText } from './as-text.tsx';
import style from './incident.module.css';
import { IncidentPlots } from './incident-plots.tsx';
import { Timeline } from './timeline.tsx';
import { useCauses } from './use-causes.ts';

/** One outage on one page: what happened, what was noticed, decided and done, and what was measured. */
export function IncidentPage({ id }: { readonly id: string }) {
  const say = useWords(pastWords);
  const { language } = useLanguage();
  const { data, error, refetch } = useRead(
    ['incident', id, language],
    () => api.GET('/incidents/{id}', { params: { path: { id }, query: { lang: language } } }),
    10_000,
  );
  return (
    <div className={style['page']}>
      <Link href="/incidents" className={style['back'] ?? ''}>
        <Icon name="left" size={14} />
        {say.toIncidents}
      </Link>
      {!data ? (
        error ? (
          <Failed error={error} again={refetch} page={id} />
        ) : (
          <Loading />
        )
      ) : (
        <>
          <Head incident={data.incident} />
          <Timeline story={data} />
          <IncidentPlots story={data} />
          <AsText text={data.story} />
        </>
      )}
    </div>
  );
}

function Head({ incident }: { readonly incident: Incident }) {
  const { language } = useLanguage();
  const say = useWords(pastWords);
  const states = useWords(stateWords);
  const causes = useCauses();
  const label =
    useLive(live => live.wans)?.find(({ name }) => name === incident.line)?.label ?? incident.line;
  const isOver = incident.until !== undefined;
  const state = isOver ? 'up' : 'down';
  return (
    <header className={style['head']}>
      <h1>
        {(isOver ? say.headDown : say.headStill)(
          label,
          lasting(incident.downMs, language),
          causes(incident.causes.slice(0, 1)),
        )}
      </h1>
      <p>
        <StateWord state={state}>{states[state]}</StateWord>
        <span>
          {moment(incident.from)}
          {incident.until !== undefined && ` – ${moment(incident.until)}`}
        </span>
      </p>
    </header>
  );
}
