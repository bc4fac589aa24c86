import type { Incident } from '../../client/types.ts';
import { ms } from '../../say/numbers.ts';
import { useWords } from '../../words/language.tsx';
import { pastWords } from '../../words/past.ts';
import style from './incident.module.css';

type Decided = NonNullable<Incident['decision']>;

/** How long each step took, as lengths; and what was done to the kernel. */
export function Decision({ decision }: { readonly decision: Decided }) {
  const say = useWords(pastWords);
  const { durationMs, steps, changes, refused, reason } = decision;
  const parts = [
    ['waited', say.waited, steps.waited],
    ['decided', say.deciding, steps.decided],
    ['applied', say.applied, steps.applied],
  ] as const;
  const total = parts.reduce((sum, [, , value]) => sum + value, 0) || 1;
  return (
    <>
      <p>{reason}</p>
      <p className={style['took']}>{say.took(ms(durationMs))}</p>
      <div className={style['steps']} aria-hidden="true">
        {parts.map(([step, , value]) => (
          <span key={step} data-step={step} style={{ flexGrow: value / total }} />
        ))}
      </div>
      <dl className={style['legend']}>
        {parts.map(([step, name, value]) => (
          <div key={step} data-step={step}>
            <dt>{name}</dt>
            <dd>{ms(value)}</dd>
          </div>
        ))}
      </dl>
      {refused.length > 0 && <Lines title={say.refused} lines={refused} isOpen />}
      {changes.length > 0 && <Lines title={say.changes(changes.length)} lines={changes} />}
    </>
  );
}

function Lines({
  title,
  lines,
  isOpen = false,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly isOpen?: boolean;
}) {
  return (
    <details className={style['lines']} open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
