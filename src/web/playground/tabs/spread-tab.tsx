import { useState } from 'react';
import style from '../../parts/answer/answer.module.css';
import { answerWords } from '../../parts/answer/index.ts';
import { SampleFields, SpreadAnswer, usualSize } from '../../parts/index.ts';
import { useWords } from '../../words/language.tsx';
import { AnswerFrame } from '../answer-frame.tsx';
import { useAnswer } from '../use-answer.ts';
import { limits, type TabProps } from './tab.ts';

/** How imagined connections divide over the WANs. */
export function SpreadTab({ asked }: TabProps) {
  const more = useWords(answerWords);
  const [size, setSize] = useState(usualSize);
  const asking = useAnswer({ ...asked, kind: 'spread', ...size } as const, limits.walk);
  return (
    <div className={style['answer']}>
      <AnswerFrame asking={asking}>
        {({ answer, asV6 }) => (
          <div className={style['answer']}>
            <SpreadAnswer spread={answer} />
            {asV6 && (
              <section className={style['answer']}>
                <h2>{more.otherReading}</h2>
                <SpreadAnswer spread={asV6} />
              </section>
            )}
          </div>
        )}
      </AnswerFrame>
      <div className={style['card']}>
        <SampleFields size={size} change={setSize} />
      </div>
    </div>
  );
}
