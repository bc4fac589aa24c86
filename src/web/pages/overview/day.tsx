import { useState } from 'react';
import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import type { Wan } from '../../client/types.ts';
import { lasting } from '../../say/times.ts';
import { Panel } from '../../ui/panel.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import style from './day.module.css';
import { availability, stretchesOf } from './day-strip.ts';

const dayMs = 86_400_000;

/** When each uplink was up in the last 24 hours. */
export function Day({ wans }: { readonly wans: readonly Wan[] }) {
  const say = useWords(overviewWords);
  if (wans.length === 0) return null;
  return (
    <Panel title={say.day}>
      <div className={style['strips']}>
        {wans.map(wan => (
          <Strip key={wan.name} wan={wan} />
        ))}
        <Hours />
      </div>
    </Panel>
  );
}

function Strip({ wan }: { readonly wan: Wan }) {
  const { language } = useLanguage();
  const say = useWords(overviewWords);
  const { data, error } = useRead(
    ['series', 'day', wan.name],
    () =>
      api.GET('/series', {
        params: {
          query: { wan: wan.name, what: 'up', since: new Date(Date.now() - dayMs).toISOString(), step: 60 },
        },
      }),
    60_000,
  );
  const points = data?.series['up'] ?? [];
  const up = availability(points);
  const measuredMs = points.reduce((sum, { n }) => sum + n, 0) > 0 ? points.length * (data?.stepMs ?? 0) : 0;
  const downMs = up === undefined ? 0 : (1 - up) * measuredMs;
  const text =
    up === undefined
      ? error && !data
        ? say.dayUnread
        : say.dayUnknown
      : say.dayText(
          `${(up * 100).toFixed(up === 1 ? 0 : 2)} %`,
          downMs >= 1000 ? lasting(downMs, language) : '',
        );
  const stretches = data
    ? stretchesOf(points, Date.parse(data.since), Date.parse(data.until), data.stepMs)
    : [];
  return (
    <div className={style['row']}>
      <span className={style['name']}>{wan.label}</span>
      <svg
        className={style['strip']}
        viewBox="0 0 1000 20"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${wan.label}: ${text}`}
      >
        {stretches.map(({ state, from, to }) => (
          <rect
            key={`${from}`}
            data-state={state}
            x={from * 1000}
            width={Math.max(state === 'up' || state === 'unknown' ? 0 : 2, (to - from) * 1000)}
            height={20}
          />
        ))}
      </svg>
      <span className={style['text']}>{text}</span>
    </div>
  );
}

/** The hours below the strips, in the time of whoever reads. */
function Hours() {
  const [now] = useState(() => new Date());
  const hours = [24, 18, 12, 6, 0].map(ago => new Date(now.getTime() - ago * 3_600_000));
  return (
    <div className={style['row']} aria-hidden="true">
      <div className={style['hours']}>
        {hours.map(time => (
          <span key={time.getTime()}>
            {String(time.getHours()).padStart(2, '0')}:{String(time.getMinutes()).padStart(2, '0')}
          </span>
        ))}
      </div>
    </div>
  );
}
