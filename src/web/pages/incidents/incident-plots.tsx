import { lazy, Suspense } from 'react';
import type { IncidentStory, Point } from '../../client/types.ts';
import { aligned } from '../../live/aligned.ts';
import { ms, percent, rate } from '../../say/numbers.ts';
import { moment } from '../../say/times.ts';
import { Loading } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWords } from '../../words/language.tsx';
import { pastWords } from '../../words/past.ts';
import style from './incident.module.css';

const Plot = lazy(() => import('../../ui/plot.tsx'));

/** What was measured from before it until after it, with the outage as an area. */
export function IncidentPlots({ story }: { readonly story: IncidentStory }) {
  const say = useWords(pastWords);
  const { series, incident } = story;
  const figures = [
    { title: say.rtt, lines: [['rtt', say.rtt]], say: ms, least: 10 },
    { title: say.loss, lines: [['loss', say.loss]], say: percent, least: 0.05, bad: true },
    {
      title: say.rates,
      lines: [
        ['in', say.rateIn],
        ['out', say.rateOut],
      ],
      say: rate,
      least: 1e5,
    },
  ] as const;
  const from = Date.parse(incident.from);
  const marked = [[from, from + incident.downMs]] as const;
  const shown = figures.filter(({ lines }) => lines.some(([what]) => (series[what] ?? []).length > 0));
  return (
    <Panel title={say.measured}>
      {shown.length === 0 ? (
        <p className={style['none']}>{say.nothingMeasured}</p>
      ) : (
        <div className={style['plots']}>
          {shown.map(({ title, lines, ...figure }) => {
            const all = lines.map(([what]) => series[what] ?? []);
            const { times, values } = aligned(all, stepOf(all[0] ?? []));
            return (
              <figure key={title}>
                <figcaption>
                  {lines.length > 1 ? lines.map(([, label]) => label).join(' / ') : title}
                </figcaption>
                <Suspense fallback={<Loading />}>
                  <Plot
                    label={say.plotOf(title, incident.line, moment(incident.from))}
                    times={times}
                    lines={lines.map(([, label], index) => ({
                      label,
                      values: values[index] ?? [],
                      bad: 'bad' in figure,
                    }))}
                    say={figure.say}
                    least={figure.least}
                    marked={marked}
                  />
                </Suspense>
              </figure>
            );
          })}
        </div>
      )}
    </Panel>
  );
}

/** The smallest distance of two points: a step, where none is said. */
function stepOf(points: readonly Point[]): number {
  const times = points.map(({ time }) => Date.parse(time));
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return steps.length === 0 ? 1000 : Math.min(...steps);
}
