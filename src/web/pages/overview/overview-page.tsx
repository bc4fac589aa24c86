import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import type { Wan } from '../../client/types.ts';
import { useLive } from '../../live/live-context.tsx';
import { Loading, Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import { placeWords } from '../../words/places.ts';
import { Day } from './day.tsx';
import { Journal } from './journal.tsx';
import style from './overview.module.css';
import { Topology } from './topology.tsx';
import { Trouble } from './trouble.tsx';
import { WanCard } from './wan-card.tsx';

/** How every uplink is now, how it was, and what was done about it. */
export default function OverviewPage() {
  const say = useWords(overviewWords);
  const places = useWords(placeWords);
  const live = useLive(one => one.wans);
  const counted = useCounted();
  const wans = live?.map(wan => ({ ...counted[wan.name], ...wan }));
  if (!wans) return <Loading />;
  return (
    <div className={style['page']}>
      <h1 className={style['title']}>{places.overview}</h1>
      <Trouble />
      {wans.length === 0 ? (
        <Notice title={say.noWans}>{say.noWansText}</Notice>
      ) : (
        <section className={style['cards']} aria-label={say.wans}>
          {inTrouble(wans).map(wan => (
            <WanCard key={wan.name} wan={wan} />
          ))}
        </section>
      )}
      <div className={style['halves']}>
        {wans.length > 0 && (
          <Panel title={say.topology} flush>
            <Topology wans={wans} />
          </Panel>
        )}
        <Journal />
      </div>
      <Day wans={wans} />
    </div>
  );
}

/** So many take the gateway a third of a second of a processor to count. */
const isMany = (wans: readonly Wan[]): boolean =>
  wans.reduce((sum, { connections = 0 }) => sum + connections, 0) > 20_000;

/** Of so many that nobody sees them at once, those that are not well come first. */
const inTrouble = (wans: readonly Wan[]): readonly Wan[] =>
  wans.length > 12 ? wans.toSorted((a, b) => ranks[a.state] - ranks[b.state]) : wans;

const ranks = { down: 0, unknown: 1, degraded: 2, up: 3 } as const;

/** How many connections use each WAN: the stream does not say, as counting takes a look at them all. */
function useCounted(): Readonly<Record<string, Pick<Wan, 'connections'>>> {
  const { data } = useRead(
    ['wans'],
    () => api.GET('/wans'),
    before => (isMany(before?.items ?? []) ? 30_000 : 10_000),
  );
  const counted = ({ name, connections }: Wan) =>
    [name, connections === undefined ? {} : { connections }] as const;
  return Object.fromEntries((data?.items ?? []).map(counted));
}
