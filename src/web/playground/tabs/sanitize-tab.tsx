import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import style from '../../parts/answer/answer.module.css';
import { DiffView } from '../../parts/index.ts';
import { useWords } from '../../words/language.tsx';
import { AnswerFrame } from '../answer-frame.tsx';
import { TextActions } from '../text-actions.tsx';
import { useAnswer } from '../use-answer.ts';
import { playWords } from '../words.ts';
import { limits, type TabProps } from './tab.ts';

/** The text without what tells of somebody. */
export function SanitizeTab({ asked, takeText }: TabProps) {
  const say = useWords(playWords);
  const [key, setKey] = useState('');
  const [wanted, setWanted] = useState<string>();
  const asking = useAnswer(
    wanted === undefined ? undefined : ({ ...asked, kind: 'sanitize', key: wanted } as const),
    limits.text,
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted === key) asking.again();
    setWanted(key);
  };
  return (
    <div className={style['answer']}>
      <form className={style['card']} onSubmit={submit}>
        <p>{say.sanitizeWhat}</p>
        <div className={style['row']} style={{ alignItems: 'end' }}>
          <TextInput label={say.key} value={key} onChange={event => setKey(event.currentTarget.value)} />
          <Button type="submit">{say.run}</Button>
        </div>
      </form>
      <AnswerFrame asking={asking}>
        {({ text, replaced, kept }) => (
          <div className={style['answer']}>
            <h2 className={style['verdict']} data-tone="good">
              {say.replaced}:{' '}
              {say.counts(
                replaced.addresses,
                replaced.words,
                replaced.secrets,
                replaced.macs,
                replaced.numbers,
              )}
            </h2>
            <details className={style['rests']}>
              <summary>
                {say.kept} ({kept.addresses.length + kept.words.length})
              </summary>
              <p>{[...kept.addresses, ...kept.words].join(' ')}</p>
            </details>
            <TextActions text={text} file="sanitized.rsc" takeText={takeText} />
            <DiffView before={asked.text} after={text} />
          </div>
        )}
      </AnswerFrame>
    </div>
  );
}
