import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/index.ts';
import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import { lasting } from '../../say/times.ts';
import { Failed, Loading, Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type PlainColumn, PlainTable } from '../../ui/plain-table.tsx';
import { StateWord } from '../../ui/state-mark.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import { pastWords } from '../../words/past.ts';
import { placeWords } from '../../words/places.ts';
import { stateWords } from '../../words/states.ts';
import { Checks, Hosts } from './checks.tsx';
import style from './health.module.css';
import { LineHistory, type Range, ranges } from './line-history.tsx';

type Line = Schemas['LineHealth'];

/** What is asked of each WAN, what it says, and what was measured. */
export default function HealthPage() {
  const places = useWords(placeWords);
  const say = useWords(pastWords);
  const { language } = useLanguage();
  const [range, setRange] = useState<Range>('hour');
  const { data, error, refetch } = useRead(
    ['health', language],
    () => api.GET('/health', { params: { query: { lang: language } } }),
    2000,
  );
  if (!data) return error ? <Failed error={error} again={refetch} page={places.health} /> : <Loading />;
  return (
    <div className={style['page']}>
      <header className={style['head']}>
        <h1>{places.health}</h1>
        <SegmentedControl
          size="xs"
          aria-label={say.range}
          value={range}
          onChange={value => setRange(value as Range)}
          data={ranges.map(value => ({ value, label: say[value] }))}
        />
      </header>
      <Panel title={say.lines} flush>
        {data.lines.length === 0 ? <Notice title={say.noLines} /> : <Lines lines={data.lines} />}
      </Panel>
      <div className={style['histories']}>
        {data.lines.map(line => (
          <LineHistory key={line.name} line={line} range={range} />
        ))}
      </div>
      <Checks checks={data.checks} />
      <Hosts hosts={data.hosts} />
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { language } = useLanguage();
  const say = useWords(pastWords);
  const states = useWords(stateWords);
  const columns: readonly PlainColumn<Line>[] = [
    { header: 'WAN', cell: line => <strong>{line.label}</strong> },
    { header: say.state, cell: line => <StateWord state={line.state}>{states[line.state]}</StateWord> },
    { header: say.why, cell: line => line.why },
    { header: say.asked, cell: line => line.evidence?.asked.join(', ') },
    { header: say.lost, cell: line => line.evidence?.lost, end: true },
    { header: say.silent, cell: line => lasting(line.evidence?.silentMs, language), end: true },
    { header: say.forTime, cell: line => lasting(line.forMs, language), end: true },
  ];
  return <PlainTable label={say.lines} columns={columns} rows={lines} keyOf={line => line.name} />;
}
