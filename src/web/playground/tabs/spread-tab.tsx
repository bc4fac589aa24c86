import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import style from '../../parts/answer/answer.module.css';
import { answerWords, RestsOn } from '../../parts/answer/index.ts';
import { SpreadBars } from '../../parts/index.ts';
import { useWords } from '../../words/language.tsx';
import { AnswerFrame } from '../answer-frame.tsx';
import type { Answers } from '../asking/answer.ts';
import { useAnswer } from '../use-answer.ts';
import { playWords } from '../words.ts';
import { limits, type TabProps } from './tab.ts';

const usual = { flows: 2000, clients: 20, hosts: 300 };
const most = { flows: 20_000, clients: 2000, hosts: 5000 };

/** How imagined connections divide over the WANs. */
export function SpreadTab({ asked }: TabProps) {
  const say = useWords(playWords);
  const more = useWords(answerWords);
  const [size, setSize] = useState(usual);
  const asking = useAnswer({ ...asked, kind: 'spread', ...size } as const, limits.walk);
  return (
    <div className={style['answer']}>
      <AnswerFrame asking={asking}>
        {({ answer, asV6 }) => (
          <div className={style['answer']}>
            <Shares spread={answer} />
            {asV6 && (
              <section className={style['answer']}>
                <h2>{more.otherReading}</h2>
                <Shares spread={asV6} />
              </section>
            )}
          </div>
        )}
      </AnswerFrame>
      <div className={`${style['card']} ${style['form']}`}>
        {(['flows', 'clients', 'hosts'] as const).map(name => (
          <NumberInput
            key={name}
            label={say[name]}
            min={1}
            max={most[name]}
            value={size[name]}
            onChange={value => {
              const count = Number(value);
              if (count >= 1 && count <= most[name]) setSize({ ...size, [name]: Math.round(count) });
            }}
          />
        ))}
      </div>
    </div>
  );
}

function Shares({ spread }: { readonly spread: Answers['spread']['answer'] }) {
  const say = useWords(playWords);
  const { flows, clients, destinations } = spread.size;
  return (
    <>
      <h2 className={style['verdict']}>{spread.head}</h2>
      <div className={style['card']}>
        <SpreadBars shares={spread.shares} />
        <p className={style['muted']}>{say.basis(flows, clients, destinations, spread.boots)}</p>
      </div>
      <RestsOn lines={spread.assumptions} />
    </>
  );
}
