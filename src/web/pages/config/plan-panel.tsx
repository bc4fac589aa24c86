import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/index.ts';
import { answerOf } from '../../client/ask.ts';
import { RestsOn } from '../../parts/answer/index.ts';
import { DiffView } from '../../parts/index.ts';
import { Failed, Loading } from '../../ui/notice.tsx';
import { askWords } from '../../words/ask.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import style from './config.module.css';

type Files = readonly Schemas['TextFile'][];

/** What would change: the text, statement by statement, and which connections would move. */
export function PlanPanel({
  files,
  inForce,
  isChanged,
}: {
  readonly files: Files;
  readonly inForce: Files;
  readonly isChanged: boolean;
}) {
  const say = useWords(askWords);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['plan', files, language],
    queryFn: () => answerOf(api.POST('/config/plan', { body: { files: [...files], lang: language } })),
    enabled: isChanged,
    refetchOnWindowFocus: false,
    staleTime: 60_000,
    gcTime: 0,
  });
  if (!isChanged) return <p className={style['weak']}>{say.unchanged}</p>;
  return (
    <div className={style['stack']}>
      {error && <Failed error={error} again={refetch} />}
      {!data && !error && <Loading />}
      {data && <Planned plan={data} />}
      <h3>{say.textDiffers}</h3>
      {files.map(({ file, text }) => (
        <DiffView key={file} before={inForce.find(one => one.file === file)?.text ?? ''} after={text} />
      ))}
    </div>
  );
}

function Planned({ plan }: { readonly plan: Schemas['ConfigPlan'] }) {
  const say = useWords(askWords);
  const { head, changes, written, movements, connections, kinds, assumptions } = plan;
  return (
    <>
      <p className={style['verdict']}>{head}</p>
      {changes.length + written.length > 0 && (
        <ul className={style['lines']}>
          {[...changes, ...written].map(({ text }) => (
            <li key={text}>
              <code>{text}</code>
            </li>
          ))}
        </ul>
      )}
      <h3>
        {say.movers} <span className={style['weak']}>{say.ofConnections(connections)}</span>
      </h3>
      {movements.length === 0 ? (
        <p className={style['weak']}>{say.nobody}</p>
      ) : (
        <div className={style['scroll']}>
          <table className={style['table']}>
            <thead>
              <tr>
                <th scope="col">{say.before}</th>
                <th scope="col">{say.after}</th>
                <th scope="col">{say.fate}</th>
                <th scope="col">{say.connections}</th>
              </tr>
            </thead>
            <tbody>
              {movements.map(one => (
                <tr key={`${one.before}:${one.after}:${one.fate}`}>
                  <td>{one.before}</td>
                  <td>{one.after}</td>
                  <td>{one.fate}</td>
                  <td>{one.connections}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {kinds.changed.length > 0 && (
        <>
          <h3>{say.otherKinds}</h3>
          <ul className={style['lines']}>
            {kinds.changed.map(({ packet, before, after }) => (
              <li key={`${packet}:${after}`}>
                {packet}: {before} → {after}
              </li>
            ))}
          </ul>
        </>
      )}
      <RestsOn lines={assumptions} />
    </>
  );
}
