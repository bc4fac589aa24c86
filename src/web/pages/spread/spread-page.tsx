import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, type Schemas } from '../../api/index.ts';
import { answerOf } from '../../client/ask.ts';
import style from '../../parts/answer/answer.module.css';
import { answerWords } from '../../parts/answer/index.ts';
import { SampleFields, SpreadAnswer, usualSize } from '../../parts/spread/index.ts';
import '../../parts/mantine-more.css';
import { Failed, Loading } from '../../ui/notice.tsx';
import { askWords } from '../../words/ask.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { placeWords } from '../../words/places.ts';
import { LineNow } from './line-now.tsx';
import { OtherText } from './other-text.tsx';
import { Unplugged } from './unplugged.tsx';

type Asked = Pick<Schemas['SpreadRequest'], 'engine' | 'down' | 'texts'> & typeof usualSize;

const first: Asked = { engine: 'routeros', ...usualSize };

/** How connections divide over the lines, as the configuration promises it, beside what they do now. */
export default function SpreadPage() {
  const places = useWords(placeWords);
  const say = useWords(askWords);
  const answers = useWords(answerWords);
  const { language } = useLanguage();
  const [draft, setDraft] = useState(first);
  const [asked, setAsked] = useState(first);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['spread', asked, language],
    queryFn: () => answerOf(api.POST('/spread', { body: { ...asked, lang: language } })),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (draft === asked) void refetch();
    else setAsked(draft);
  };
  // What another text promises has nothing to do with the lines of this gateway.
  const now = asked.texts ? {} : { now: { label: say.now, of: (way: string) => <LineNow line={way} /> } };
  return (
    <div className={style['answer']}>
      <h1>{places.spread}</h1>
      <p className={style['muted']}>{asked.texts ? say.ofOtherText : say.explainHint}</p>
      <form className={style['card']} onSubmit={submit}>
        <div className={style['row']}>
          <SegmentedControl
            size="xs"
            aria-label={say.engine}
            value={draft.engine ?? 'routeros'}
            onChange={value => setDraft({ ...draft, engine: value === 'linux' ? 'linux' : 'routeros' })}
            data={[
              { value: 'routeros', label: say.asText },
              { value: 'linux', label: say.asLinux },
            ]}
          />
        </div>
        <SampleFields size={draft} change={size => setDraft({ ...draft, ...size })} />
        <Unplugged down={draft.down ?? []} change={down => setDraft({ ...draft, down })} />
        <OtherText
          change={text => {
            const { texts: _, ...rest } = draft;
            setDraft(text === undefined ? rest : { ...rest, texts: [{ file: 'pasted.rsc', text }] });
          }}
        />
        <div className={style['row']}>
          <Button type="submit" disabled={isFetching}>
            {isFetching ? say.working : say.divide}
          </Button>
        </div>
      </form>
      <section className={style['answer']} aria-label={places.spread} aria-busy={isFetching}>
        {!data && !error && <Loading />}
        {error && !isFetching && <Failed error={error} again={refetch} />}
        {data && <SpreadAnswer spread={data} {...now} />}
        {data?.asV6 && (
          <>
            <h2>{answers.otherReading}</h2>
            <SpreadAnswer spread={data.asV6} {...now} />
          </>
        )}
      </section>
    </div>
  );
}
