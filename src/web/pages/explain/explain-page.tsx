import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { api } from '../../api/index.ts';
import { answerOf } from '../../client/ask.ts';
import { useRead } from '../../client/queries.ts';
import { answerWords, Explained } from '../../parts/answer/index.ts';
import { firstPacket, PacketFields, type PacketForm } from '../../parts/packet/index.ts';
import { quoteFrom } from '../../parts/way/index.ts';
import '../../parts/mantine-more.css';
import { Failed, Loading } from '../../ui/notice.tsx';
import { askWords } from '../../words/ask.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { placeWords } from '../../words/places.ts';
import { quoteFromFiles, useConfig } from '../config/use-config.ts';
import style from './explain.module.css';
import { packetIn, requestOf, toQuery } from './packet-query.ts';

/** What becomes of a packet on the gateway that runs: the form is filled in by the address of the page. */
export default function ExplainPage() {
  const places = useWords(placeWords);
  const say = useWords(askWords);
  const answers = useWords(answerWords);
  const { language } = useLanguage();
  const [params, setParams] = useSearchParams();
  const [, go] = useLocation();
  const given = useMemo(() => packetIn(params), [params]);
  const [asked, setAsked] = useState<PacketForm | undefined>(given.dst === '' ? undefined : given);
  const interfaces = useRead(['interfaces', 'names'], () =>
    api.GET('/interfaces', { params: { query: { limit: 500 } } }),
  );
  const config = useConfig();
  const answer = useQuery({
    queryKey: ['explain', asked, language],
    queryFn: () => answerOf(api.POST('/explain', { body: requestOf(asked ?? firstPacket, language) })),
    enabled: asked !== undefined,
  });
  const quote = useMemo(() => quoteFromFiles(config.data?.config.files ?? [], quoteFrom), [config.data]);
  const ask = (packet: PacketForm): void => {
    setParams(toQuery(packet));
    setAsked(packet);
  };
  const first = given.dst === '' ? { ...firstPacket, ...given, dst: firstPacket.dst } : given;
  return (
    <div className={style['page']}>
      <h1>{places.explain}</h1>
      <p className={style['weak']}>{say.explainHint}</p>
      <PacketFields
        key={params.toString()}
        first={first}
        interfaces={(interfaces.data?.items ?? []).map(({ name }) => name)}
        ask={ask}
      />
      {asked === undefined && <p className={style['weak']}>{answers.fillPacket}</p>}
      {answer.isFetching && <Loading />}
      {answer.error && <Failed error={answer.error} again={answer.refetch} />}
      {answer.data && !answer.isFetching && (
        <>
          <Explained
            answer={{ ...answer.data, wan: asked?.through }}
            quote={quote}
            goTo={line => go(`/config?line=${line}`)}
          />
          {answer.data.asV6 && (
            <section className={style['page']}>
              <h2>{answers.otherReading}</h2>
              <Explained answer={answer.data.asV6} quote={quote} />
            </section>
          )}
        </>
      )}
    </div>
  );
}
