import { Button } from '@mantine/core';
import style from '../parts/answer/answer.module.css';
import { CopyButton } from '../parts/index.ts';
import { useWords } from '../words/language.tsx';
import { playWords } from './words.ts';

/** What can be done with a text that was made. */
export function TextActions({
  text,
  file,
  takeText,
}: {
  readonly text: string;
  readonly file: string;
  readonly takeText: (text: string, file?: string) => void;
}) {
  const say = useWords(playWords);
  return (
    <div className={style['row']}>
      <Button onClick={() => takeText(text, file)}>{say.takeText}</Button>
      <CopyButton text={text} label={say.copyText} />
      <Button variant="default" onClick={() => saveText(text, file)}>
        {say.save}
      </Button>
    </div>
  );
}

function saveText(text: string, file: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
