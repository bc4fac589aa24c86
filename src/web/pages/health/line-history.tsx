import { lazy, Suspense } from 'react';
import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import { aligned } from '../../live/aligned.ts';
import { ms, percent, rate } from '../../say/numbers.ts';
import { Loading } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWords } from '../../words/language.tsx';
import { pastWords } from '../../words/past.ts';
import style from './health.module.css';

const Plot = lazy(() => import('../../ui/plot.tsx'));

export const ranges = ['hour', 'day', 'week'] as const;
export type Range = (typeof ranges)[number];

const hourMs = 3_600_000;
const spans: Readonly<Record<Range, { readonly ms: number; readonly step: number }>> = {
  hour: { ms: hourMs, step: 10 },
  day: { ms: 24 * hourMs, step: 60 },
  week: { ms: 168 * hourMs, step: 3600 },
};

type What = 'rtt' | 'loss' | 'in' | 'out';

interface LineOf {
  readonly name: string;
  readonly label: string;
}

/** Round trip, loss and rates of one WAN over a time. */
export function LineHistory({ line, range }: { readonly line: LineOf; readonly range: Range }) {
  const say = useWords(pastWords);
  const read = useSeries(line.name, range);
  return (
    <Panel title={line.label}>
      <div className={style['plots']}>
        <Measured title={say.rtt} of={[['rtt', say.rtt]]} say={ms} least={10} {...{ line, range, read }} />
        <Measured
          title={say.loss}
          of={[['loss', say.loss]]}
          say={percent}
          least={0.05}
          bad
          {...{ line, range, read }}
        />
        <Measured
          title={say.rates}
          of={[
            ['in', say.rateIn],
            ['out', say.rateOut],
          ]}
          say={rate}
          least={1e5}
          {...{ line, range, read }}
        />
      </div>
    </Panel>
  );
}

function Measured({
  title,
  of,
  say: sayValue,
  least,
  bad = false,
  line,
  range,
  read,
}: {
  readonly title: string;
  readonly of: readonly (readonly [what: What, label: string])[];
  readonly say: (value: number) => string;
  readonly least: number;
  readonly bad?: boolean;
  readonly line: LineOf;
  readonly range: Range;
  readonly read: ReturnType<typeof useSeries>;
}) {
  const say = useWords(pastWords);
  const { data, error, isPending } = read;
  const { times, values } = aligned(
    of.map(([what]) => data?.series[what] ?? []),
    data?.stepMs ?? 1000,
  );
  return (
    <figure className={style['figure']}>
      <figcaption>{of.length > 1 ? of.map(([, label]) => label).join(' / ') : title}</figcaption>
      {isPending ? (
        <Loading />
      ) : times.length === 0 ? (
        <p className={style['none']}>{error && !data ? say.notRead : say.nothingMeasured}</p>
      ) : (
        <Suspense fallback={<Loading />}>
          <Plot
            label={say.plotOf(title, line.label, say[range])}
            times={times}
            lines={of.map(([, label], index) => ({ label, values: values[index] ?? [], bad }))}
            say={sayValue}
            least={least}
            height={140}
          />
        </Suspense>
      )}
    </figure>
  );
}

function useSeries(wan: string, range: Range) {
  const { ms: span, step } = spans[range];
  return useRead(
    ['series', wan, range],
    () =>
      api.GET('/series', {
        params: {
          query: { wan, what: 'rtt,loss,in,out', since: new Date(Date.now() - span).toISOString(), step },
        },
      }),
    range === 'hour' ? 10_000 : 60_000,
  );
}
