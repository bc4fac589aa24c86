import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../api/index.ts';
import { answerOf } from '../../client/ask.ts';
import { answerWords, Proved, RestsOn } from '../../parts/answer/index.ts';
import { FindingsList } from '../../parts/findings/index.ts';
import { quoteFrom } from '../../parts/way/index.ts';
import '../../parts/mantine-more.css';
import { keepDraft } from '../../session/drafts.ts';
import { Failed, Loading } from '../../ui/notice.tsx';
import { askWords } from '../../words/ask.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { placeWords } from '../../words/places.ts';
import { quoteFromFiles, useConfig } from '../config/use-config.ts';
import style from './findings.module.css';

/** What the configuration that runs promises, and what is wrong with it. */
export default function FindingsPage() {
  const places = useWords(placeWords);
  const say = useWords(askWords);
  const [engine, setEngine] = useState<'routeros' | 'linux'>('routeros');
  return (
    <div className={style['page']}>
      <div className={style['head']}>
        <h1>{places.findings}</h1>
        <SegmentedControl
          size="xs"
          aria-label={say.engine}
          value={engine}
          onChange={value => setEngine(value === 'linux' ? 'linux' : 'routeros')}
          data={[
            { value: 'routeros', label: say.asText },
            { value: 'linux', label: say.asLinux },
          ]}
        />
      </div>
      <p className={style['weak']}>{say.explainHint}</p>
      <Proof engine={engine} />
      <Lint />
    </div>
  );
}

function Proof({ engine }: { readonly engine: 'routeros' | 'linux' }) {
  const say = useWords(askWords);
  const answers = useWords(answerWords);
  const { language } = useLanguage();
  const [, go] = useLocation();
  const config = useConfig();
  const quote = useMemo(() => quoteFromFiles(config.data?.config.files ?? [], quoteFrom), [config.data]);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['prove', engine, language],
    queryFn: () => answerOf(api.POST('/prove', { body: { engine, lang: language } })),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const goTo = (line: number): void => go(`/config?line=${line}`);
  return (
    <section className={style['part']} aria-label={say.prove} aria-busy={isFetching}>
      <div className={style['head']}>
        <h2>{say.prove}</h2>
        <Button variant="default" onClick={() => void refetch()} disabled={isFetching}>
          {isFetching ? say.working : say.again}
        </Button>
      </div>
      {error && <Failed error={error} again={refetch} />}
      {!data && !error && <Loading />}
      {data && <Proved proof={data} quote={quote} goTo={goTo} />}
      {data?.asV6 && (
        <>
          <h2>{answers.otherReading}</h2>
          <Proved proof={data.asV6} quote={quote} goTo={goTo} />
        </>
      )}
    </section>
  );
}

function Lint() {
  const say = useWords(askWords);
  const { language } = useLanguage();
  const [, go] = useLocation();
  const config = useConfig();
  const { data, error, refetch } = useQuery({
    queryKey: ['lint', language],
    queryFn: () => answerOf(api.POST('/lint', { body: { lang: language } })),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const textOf = (file: string): string =>
    config.data?.config.files.find(one => one.file === file || file.endsWith(`/${one.file}`))?.text ?? '';
  return (
    <section className={style['part']} aria-label={say.lint}>
      <h2>{say.lint}</h2>
      {error && <Failed error={error} again={refetch} />}
      {!data && !error && <Loading />}
      {data?.files.map(({ file, verdict, diagnostics, context }) => (
        <div key={file} className={style['part']}>
          <p>
            <strong>{verdict}</strong>
          </p>
          <FindingsList
            findings={diagnostics}
            text={textOf(file)}
            goTo={line => go(`/config?line=${line}`)}
            apply={after => {
              keepDraft(file, after);
              go('/config?plan');
            }}
          />
          <RestsOn lines={[...context.evidence, ...context.known, ...context.assumptions]} />
        </div>
      ))}
    </section>
  );
}
