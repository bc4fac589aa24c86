import { useWords } from '../../words/language.tsx';
import style from './answer.module.css';
import { answerWords } from './words.ts';

/** What an answer rests on; nothing where it rests on the text alone. */
export function RestsOn({ lines }: { readonly lines: readonly string[] }) {
  const say = useWords(answerWords);
  if (lines.length === 0) return null;
  return (
    <details className={style['rests']}>
      <summary>
        {say.assumptions} ({lines.length})
      </summary>
      <ul>
        {[...new Set(lines)].map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
