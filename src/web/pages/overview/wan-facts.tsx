import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Wan } from '../../client/types.ts';
import { count, percent, unknown } from '../../say/numbers.ts';
import { lasting, moment } from '../../say/times.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import style from './wan-card.module.css';

/** Its share, what leaves by it, and how long it is as it is. */
export function WanFacts({ wan }: { readonly wan: Wan }) {
  const say = useWords(overviewWords);
  const { share, connections, since } = wan;
  return (
    <dl className={style['facts']}>
      <Fact name={say.share} wide>
        {say.shareText(percent(share.measured), percent(share.promised))}
      </Fact>
      <Fact name={say.connections}>{count(connections)}</Fact>
      <Fact name={say.since}>{since === undefined ? unknown : moment(since)}</Fact>
      <Fact name={say.lastOutage} wide>
        <Outage wan={wan} />
      </Fact>
    </dl>
  );
}

function Outage({ wan: { lastOutage } }: { readonly wan: Wan }) {
  const { language } = useLanguage();
  const say = useWords(overviewWords);
  if (!lastOutage) return <span className={style['weak']}>{say.noOutage}</span>;
  const { from, until } = lastOutage;
  const lasted = (until === undefined ? Date.now() : Date.parse(until)) - Date.parse(from);
  return <Link href="/incidents">{say.outageText(moment(from), lasting(lasted, language))}</Link>;
}

function Fact({
  name,
  children,
  wide = false,
}: {
  readonly name: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  return (
    <div data-wide={wide || undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
