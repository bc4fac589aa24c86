import { useWords } from '../../words/language.tsx';
import style from '../answer/answer.module.css';
import { RestsOn } from '../answer/index.ts';
import type { SpreadView } from '../views.ts';
import { partWords } from '../words.ts';
import { MixTable } from './mix-table.tsx';
import { type NowColumn, SpreadBars } from './spread-bars.tsx';

/** How imagined connections divide: in a sentence, as bars, and what that rests on. */
export function SpreadAnswer({ spread, now }: { readonly spread: SpreadView; readonly now?: NowColumn }) {
  const say = useWords(partWords);
  const { flows, clients, destinations } = spread.size;
  return (
    <>
      <h2 className={style['verdict']}>{spread.head}</h2>
      <div className={style['card']}>
        <SpreadBars shares={spread.shares} {...(now && { now })} />
        <p className={style['muted']}>{say.basis(flows, clients, destinations, spread.boots)}</p>
      </div>
      {spread.points.length > 0 && (
        <ul className={style['open']} aria-label={say.openPoints}>
          {spread.points.map(({ id, what, settle }) => (
            <li key={id}>
              {what} {settle}
            </li>
          ))}
        </ul>
      )}
      <div className={style['card']}>
        <h3>{say.mix}</h3>
        <p className={style['muted']}>{say.mixText}</p>
        <MixTable mix={spread.mix} />
      </div>
      <RestsOn lines={spread.assumptions} />
    </>
  );
}
