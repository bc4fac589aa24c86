import { useWords } from '../../words/language.tsx';
import type { StepView, WayView } from '../views.ts';
import { partWords } from '../words.ts';
import { isGood, type Stage, stagesOf } from './stages.ts';
import style from './way.module.css';

/** The way of a packet as a drawing: a station for each hook that it passes, with what happens there. */
export function Hooks({ way }: { readonly way: WayView }) {
  const say = useWords(partWords);
  const stages = stagesOf(way);
  return (
    <figure className={style['hooks']}>
      <figcaption className={style['caption']}>{say.hooks}</figcaption>
      <ol className={`${style['line']} ${isGood(way) ? style['good'] : style['bad']}`}>
        {stages.map((stage, index) => (
          <Station key={`${index}:${stage.name}`} stage={stage} way={way} />
        ))}
      </ol>
    </figure>
  );
}

function Station({ stage: { name, steps }, way }: { readonly stage: Stage; readonly way: WayView }) {
  const say = useWords(partWords);
  const isLast = name === 'leaves' || name === 'arrived' || name === 'ends';
  const port = name === 'arrives' ? way.packet['in'] : isLast ? way.ending.out : undefined;
  return (
    <li className={`${style['station']} ${isLast ? style['last'] : ''}`}>
      <span className={style['dot']} aria-hidden="true" />
      <span className={style['name']}>{say[name]}</span>
      {port !== undefined && <span className={style['port']}>{String(port)}</span>}
      {steps
        .filter(({ step }) => step.kind !== 'arrived')
        .map(({ number, step }) => (
          <span key={number} className={step.kind === 'passed-over' ? style['passed'] : style['did']}>
            <span className={style['number']}>{number}</span>
            {labelOf(step)}
          </span>
        ))}
    </li>
  );
}

/** What stands at a station: the table of a rule is said, its chain is the station's name. */
const labelOf = ({ text, short = text, table }: StepView): string => (table ? `${table}: ${short}` : short);
