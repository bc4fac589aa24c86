import { lazy, Suspense } from 'react';
import type { LabResult } from '../../client/types.ts';
import { bytes, count, ms, percent, rate } from '../../say/numbers.ts';
import { dashes } from '../../ui/dashes.ts';
import { Loading } from '../../ui/notice.tsx';
import { labWords } from '../../words/lab.ts';
import { useWords } from '../../words/language.tsx';
import style from './experiments.module.css';
import { lostSpans, onOneAxis } from './timeline.ts';

const Plot = lazy(() => import('../../ui/plot.tsx'));

type AnyFigure = LabResult['figures'][number];
type Of<K extends AnyFigure['kind']> = Extract<AnyFigure, { kind: K }>;

const sayIn: Readonly<Record<AnyFigure['unit'], (value: number) => string>> = {
  'bit/s': rate,
  ms,
  '%': value => percent(value / 100),
  'p/s': value => `${count(value)} p/s`,
  B: bytes,
};

export function Figure({ figure }: { readonly figure: AnyFigure }) {
  return (
    <figure className={style['figure']}>
      <figcaption>{figure.title}</figcaption>
      {figure.kind === 'bars' ? <BarRows figure={figure} /> : <Lines figure={figure} />}
    </figure>
  );
}

function Lines({ figure }: { readonly figure: Of<'timeline'> }) {
  const say = useWords(labWords);
  const { series, marks, limits, quantity, unit } = figure;
  const { times, values } = onOneAxis(series);
  const lost = series.flatMap(({ points }) => lostSpans(points));
  return (
    <>
      <ul className={style['legend']}>
        {series.map(({ name }, index) => (
          <li key={name}>
            <svg viewBox="0 0 28 8" width="28" height="8" aria-hidden="true">
              <path
                d="M0 4H28"
                data-first={index === 0 || undefined}
                strokeDasharray={dashes[index % dashes.length]?.join(' ')}
              />
            </svg>
            {name}
          </li>
        ))}
        {lost.length > 0 && <li>{say.lost}</li>}
        {limits.length > 0 && <li>{say.limit(limits.map(({ name }) => name).join(', '))}</li>}
      </ul>
      <Suspense fallback={<Loading />}>
        <Plot
          label={`${figure.title}: ${quantity}`}
          times={times}
          lines={series.map(({ name }, index) => ({ label: name, values: values[index] ?? [] }))}
          say={sayIn[unit]}
          height={200}
          marked={lost}
          elapsed
          moments={marks.map(({ atMs }) => atMs)}
          limits={limits.map(({ value }) => value)}
        />
      </Suspense>
      {marks.length > 0 && (
        <ol className={style['marks']}>
          {marks.map(({ atMs, label }) => (
            <li key={`${atMs} ${label}`}>
              <span>{(atMs / 1000).toFixed(2)} s</span> {label}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function BarRows({ figure }: { readonly figure: Of<'bars'> }) {
  const say = useWords(labWords);
  const most = Math.max(
    1e-9,
    ...figure.bars.flatMap(({ value, expected = 0, limit = 0 }) => [value ?? 0, expected, limit]),
  );
  const at = (value: number): string => `${((100 * value) / most).toFixed(1)}%`;
  return (
    <>
      <dl className={style['bars']}>
        {figure.bars.map(({ name, value, text, expected }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className={style['track']} aria-hidden="true">
                <span className={style['fill']} style={{ width: at(value ?? 0) }} />
                {expected !== undefined && <span className={style['tick']} style={{ left: at(expected) }} />}
              </span>
              {text}
            </dd>
          </div>
        ))}
      </dl>
      {figure.bars.some(({ expected }) => expected !== undefined) && (
        <p className={style['weak']}>{say.expectedBar}</p>
      )}
    </>
  );
}
