import { useMemo } from 'react';
import { useWords } from '../../words/language.tsx';
import { partWords } from '../words.ts';
import style from './diff-view.module.css';
import { type DiffLine, diffParts } from './lines.ts';

const spoken = { ' ': '', '-': '−', '+': '+' } as const;
const kinds = { ' ': 'same', '-': 'gone', '+': 'new' } as const;

/** What differs between two texts. */
export function DiffView({ before, after }: { readonly before: string; readonly after: string }) {
  const say = useWords(partWords);
  const parts = useMemo(() => diffParts(before, after), [before, after]);
  if (parts.length === 0) return <p className={style['none']}>{say.noDifference}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard
    <section className={style['diff']} aria-label={say.difference} tabIndex={0}>
      <div className={style['lines']}>
        {parts.map((part, index) =>
          'omitted' in part ? (
            <p key={index} className={style['omitted']}>
              {say.linesOmitted(part.omitted)}
            </p>
          ) : (
            part.lines.map(line => <Line key={`${line.before}:${line.after}`} line={line} />)
          ),
        )}
      </div>
    </section>
  );
}

function Line({ line: { sign, text, before, after } }: { readonly line: DiffLine }) {
  return (
    <div className={`${style['line']} ${style[kinds[sign]]}`}>
      <span className={style['number']}>{sign === '+' ? after : before}</span>
      <span className={style['sign']}>{spoken[sign]}</span>
      <code>{text}</code>
    </div>
  );
}
