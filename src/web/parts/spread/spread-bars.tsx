import type { ReactNode } from 'react';
import { useWords } from '../../words/language.tsx';
import type { ShareView } from '../views.ts';
import { partWords } from '../words.ts';
import style from './spread.module.css';

/** Beside what is promised: what a line does now. */
export interface NowColumn {
  readonly label: string;
  readonly of: (way: string) => ReactNode;
}

/** Shares of the ways out as bars; whiskers hold 95 of 100 boots, a light part what depends on something open. */
export function SpreadBars({
  shares,
  now,
}: {
  readonly shares: readonly ShareView[];
  readonly now?: NowColumn;
}) {
  const say = useWords(partWords);
  const seen = shares.filter(
    ({ wan, connections, range }) => wan || connections > 0 || (range?.connections.to ?? 0) > 0,
  );
  return (
    <div className={style['scroll']}>
      <table className={style['spread']}>
        <caption>{say.shares}</caption>
        <thead>
          <tr>
            <th scope="col">{say.way}</th>
            <th scope="col">{say.connections}</th>
            <th scope="col">{say.bytes}</th>
            {now && <th scope="col">{now.label}</th>}
          </tr>
        </thead>
        <tbody>
          {seen.map(share => (
            <tr key={share.way} className={share.wan ? undefined : style['other']}>
              <th scope="row">{share.text ?? share.way}</th>
              <td data-label={say.connections}>
                <Bar
                  share={share.connections}
                  margin={share.connectionsMargin}
                  range={share.range?.connections}
                />
              </td>
              <td data-label={say.bytes}>
                <Bar share={share.bytes} margin={share.bytesMargin} range={share.range?.bytes} />
              </td>
              {now && <td data-label={now.label}>{now.of(share.way)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const width = (share: number): string => `${Math.min(100, Math.max(0, share * 100))}%`;

function Bar({
  share,
  margin,
  range,
}: {
  readonly share: number;
  readonly margin: number;
  readonly range: { readonly from: number; readonly to: number } | undefined;
}) {
  const [low, high] = range
    ? [range.from, range.to]
    : [Math.max(0, share - margin), Math.min(1, share + margin)];
  return (
    <div className={style['cell']}>
      <div className={style['track']} aria-hidden="true">
        <div className={style['bar']} style={{ width: width(range ? range.from : share) }} />
        <div
          className={range ? style['open'] : style['whisker']}
          style={{ left: width(low), width: width(high - low) }}
        />
      </div>
      <span className={style['value']}>
        {range
          ? `${percent(range.from)} – ${percent(range.to)}`
          : `${percent(share)} ± ${(margin * 100).toFixed(1)}`}
      </span>
    </div>
  );
}
