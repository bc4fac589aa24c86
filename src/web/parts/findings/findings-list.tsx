import { useWords } from '../../words/language.tsx';
import type { FindingView } from '../views.ts';
import { partWords } from '../words.ts';
import { Finding, type FindingActions } from './finding.tsx';
import style from './findings.module.css';

/** Findings, worst first. `text`: what they are about, for diffs of their fixes. */
export function FindingsList({
  findings,
  text,
  ...actions
}: FindingActions & { readonly findings: readonly FindingView[]; readonly text: string }) {
  const say = useWords(partWords);
  if (findings.length === 0) return <p className={style['fine']}>{say.nothingFound}</p>;
  return (
    <ol className={style['list']}>
      {findings.map(one => (
        <Finding
          key={`${one.id}:${one.line}:${one.column}:${one.what}`}
          finding={one}
          text={text}
          {...actions}
        />
      ))}
    </ol>
  );
}
