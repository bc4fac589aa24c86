import type { UseQueryResult } from '@tanstack/react-query';
import type { Schemas } from '../../api/index.ts';
import { FindingsList } from '../../parts/index.ts';
import { Failed, Loading } from '../../ui/notice.tsx';
import { askWords } from '../../words/ask.ts';
import { useWords } from '../../words/language.tsx';
import style from './config.module.css';

/** Whether the gateway would take the texts, and what is wrong with them. */
export function CheckPanel({
  verdict: { data, error, refetch, isEnabled },
  file,
  text,
  goTo,
  apply,
  isChanged,
}: {
  readonly verdict: UseQueryResult<Schemas['ConfigVerdict']>;
  readonly file: string;
  readonly text: string;
  readonly goTo: (line: number, endLine?: number) => void;
  readonly apply: ((text: string) => void) | undefined;
  readonly isChanged: boolean;
}) {
  const say = useWords(askWords);
  if (error) return <Failed error={error} again={refetch} />;
  if (!data) return isEnabled ? <Loading /> : null;
  const own = data.diagnostics.filter(one => one.file === file || one.file.endsWith(`/${file}`));
  const elsewhere = data.diagnostics.filter(one => !own.includes(one));
  return (
    <div className={style['stack']}>
      <p className={style['verdict']} data-tone={data.accepted ? 'good' : 'bad'}>
        {data.accepted ? (isChanged ? say.taken : say.unchanged) : say.refused}
      </p>
      <FindingsList findings={own} text={text} goTo={goTo} apply={apply} />
      {elsewhere.length > 0 && <FindingsList findings={elsewhere} text="" />}
    </div>
  );
}
