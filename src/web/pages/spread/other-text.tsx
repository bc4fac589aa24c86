import { Textarea } from '@mantine/core';
import style from '../../parts/answer/answer.module.css';
import { askWords } from '../../words/ask.ts';
import { useWords } from '../../words/language.tsx';

/** A configuration to ask instead of the one that runs. */
export function OtherText({ change }: { readonly change: (text: string | undefined) => void }) {
  const say = useWords(askWords);
  return (
    <details className={style['rests']}>
      <summary>{say.otherText}</summary>
      <Textarea
        aria-label={say.otherText}
        description={say.otherTextHint}
        rows={8}
        spellCheck={false}
        onChange={event =>
          change(event.currentTarget.value.trim() === '' ? undefined : event.currentTarget.value)
        }
      />
    </details>
  );
}
