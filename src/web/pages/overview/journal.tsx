import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '../../api/index.ts';
import { answerOf } from '../../client/ask.ts';
import { mainEvents, mergedEvents, stateOf } from '../../live/events.ts';
import { useLive } from '../../live/live-context.tsx';
import { day, precise } from '../../say/times.ts';
import { Failed, Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import style from './journal.module.css';

const shownMost = 100;

/** What was decided and done, to the millisecond, newest first. */
export function Journal() {
  const say = useWords(overviewWords);
  const [all, setAll] = useState(false);
  const { events: known, error, again } = useEvents();
  const events = useMemo(() => (all ? known : mainEvents(known)), [all, known]);
  const toggle = (
    <Switch
      size="xs"
      label={say.allEvents}
      checked={all}
      onChange={event => setAll(event.currentTarget.checked)}
    />
  );
  return (
    <Panel title={say.journal} aside={toggle} flush>
      {events.length === 0 && error ? (
        <Failed error={error} again={again} />
      ) : events.length === 0 ? (
        <Notice title={say.noJournal}>{say.noJournalText}</Notice>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <ol className={style['journal']} tabIndex={0}>
          {events.slice(0, shownMost).map((event, index) => {
            const today = day(event.time);
            const before = events[index - 1];
            const isNewDay = before !== undefined && day(before.time) !== today;
            return (
              <li key={`${event.time} ${event.text}`} data-day={isNewDay ? today : undefined}>
                <time dateTime={event.time}>{precise(event.time)}</time>
                <StateMark state={stateOf(event)} />
                <span>{event.text}</span>
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}

/** What the journal keeps, else what the gateway remembers; and what came since. */
function useEvents() {
  const { language } = useLanguage();
  const live = useLive(one => one.events);
  const { data, error, refetch } = useQuery({
    queryKey: ['journal', language],
    queryFn: () =>
      answerOf(api.GET('/journal', { params: { query: { limit: 300, lang: language } } })).catch(() =>
        answerOf(api.GET('/events', { params: { query: { lang: language } } })),
      ),
  });
  const events = useMemo(() => mergedEvents(data?.items ?? [], live), [data, live]);
  return { events, error, again: refetch };
}
