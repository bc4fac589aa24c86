import { useLive } from '../../live/live-context.tsx';
import { moment } from '../../say/times.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import style from './trouble.module.css';

/** Conditions that are open, each with what helps. A trial has its own bar. */
export function Trouble() {
  const say = useWords(overviewWords);
  const conditions = useLive(live => live.status?.conditions);
  const open = conditions?.filter(({ code }) => code !== 'gateway/unconfirmed') ?? [];
  if (open.length === 0) return null;
  return (
    <section className={style['trouble']} aria-label={say.trouble}>
      {open.map(condition => (
        <details key={`${condition.code} ${condition.about}`} data-severity={condition.severity}>
          <summary>
            <StateMark state={condition.severity === 'error' ? 'down' : 'degraded'} />
            <span>{condition.what}</span>
            {condition.since && <time dateTime={condition.since}>{moment(condition.since)}</time>}
          </summary>
          <p>{condition.do}</p>
          <p>{condition.clears}</p>
        </details>
      ))}
    </section>
  );
}
