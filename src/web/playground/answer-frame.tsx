import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import style from '../parts/answer/answer.module.css';
import { useWords } from '../words/language.tsx';
import type { Answers } from './asking/answer.ts';
import type { Kind, Refused } from './asking/questions.ts';
import type { Asking } from './use-answer.ts';
import { playWords } from './words.ts';

/** Around an answer: that it is being worked out, and why there is none. The last one stays until the next is there. */
export function AnswerFrame<K extends Kind>({
  asking: { isBusy, outcome, cancel, again },
  idle,
  children,
}: {
  readonly asking: Asking<K>;
  /** What stands here before anything was asked. */
  readonly idle?: ReactNode;
  readonly children: (answer: Answers[K]) => ReactNode;
}) {
  const say = useWords(playWords);
  return (
    <div className={style['frame']} aria-busy={isBusy}>
      <div className={style['status']} role="status">
        {isBusy && (
          <>
            <span className={style['progress']} aria-hidden="true" />
            <span>{say.working}</span>
            <Button size="compact-xs" variant="default" onClick={cancel}>
              {say.cancel}
            </Button>
          </>
        )}
        {!isBusy && outcome && 'tookMs' in outcome && (
          <span className={style['took']}>
            {say.took((outcome.tookMs / 1000).toFixed(outcome.tookMs < 100 ? 2 : 1))}
          </span>
        )}
      </div>
      <div className={isBusy ? style['old'] : undefined}>
        {outcome ? <Told outcome={outcome} again={again} render={children} /> : !isBusy && idle}
      </div>
    </div>
  );
}

function Told<K extends Kind>({
  outcome,
  again,
  render,
}: {
  readonly outcome: NonNullable<Asking<K>['outcome']>;
  readonly again: () => void;
  readonly render: (answer: Answers[K]) => ReactNode;
}) {
  const say = useWords(playWords);
  const button = (
    <Button variant="default" onClick={again}>
      {say.again}
    </Button>
  );
  if ('answer' in outcome) return render(outcome.answer);
  if ('refused' in outcome) return <RefusedNote refused={outcome.refused} />;
  if ('late' in outcome)
    return (
      <div className={style['note']} role="alert">
        <h3>{say.lateTitle(outcome.late / 1000)}</h3>
        <p>{say.lateText}</p>
        {button}
      </div>
    );
  if ('defect' in outcome)
    return (
      <div className={style['note']} role="alert">
        <h3>{say.defectTitle}</h3>
        <p>{say.defectText}</p>
        <pre>{outcome.defect}</pre>
        {button}
      </div>
    );
  return (
    <div className={style['note']}>
      <h3>{say.cancelled}</h3>
      {button}
    </div>
  );
}

function RefusedNote({ refused: { why, diagnostics } }: { readonly refused: Refused }) {
  const say = useWords(playWords);
  const others = diagnostics.filter(({ what }) => !why.includes(what));
  return (
    <div className={style['note']} role="alert">
      <h3>{say.refusedTitle}</h3>
      {why.map(line => (
        <p key={line}>{line}</p>
      ))}
      {others.length > 0 && (
        <ul>
          {others.map(({ what, span }) => (
            <li key={`${span.start.line}:${what}`}>
              {span.start.line}: {what}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
