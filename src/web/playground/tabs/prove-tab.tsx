import style from '../../parts/answer/answer.module.css';
import { answerWords, Proved } from '../../parts/answer/index.ts';
import { quoteFrom } from '../../parts/index.ts';
import { useWords } from '../../words/language.tsx';
import { AnswerFrame } from '../answer-frame.tsx';
import { useAnswer } from '../use-answer.ts';
import { limits, type TabProps } from './tab.ts';

/** What must hold for every packet, or a packet for which it does not. */
export function ProveTab({ asked, goTo }: TabProps) {
  const say = useWords(answerWords);
  const asking = useAnswer({ ...asked, kind: 'prove' } as const, limits.walk);
  const quote = quoteFrom(asked.text);
  return (
    <AnswerFrame asking={asking}>
      {({ answer, asV6 }) => (
        <div className={style['answer']}>
          <Proved proof={answer} quote={quote} goTo={goTo} />
          {asV6 && (
            <section className={style['answer']}>
              <h2>{say.otherReading}</h2>
              <Proved proof={asV6} quote={quote} goTo={goTo} />
            </section>
          )}
        </div>
      )}
    </AnswerFrame>
  );
}
