import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import type { Incident } from '../../client/types.ts';
import { ms } from '../../say/numbers.ts';
import { lasting, moment } from '../../say/times.ts';
import type { RowKind } from '../../table/column.ts';
import { TablePage } from '../../table/table-page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import { pastWords } from '../../words/past.ts';
import { placeWords } from '../../words/places.ts';
import { useCauses } from './use-causes.ts';

/** Every outage that the journal knows, newest first; a row opens its story. */
export function IncidentList() {
  const { language } = useLanguage();
  const places = useWords(placeWords);
  const say = useWords(pastWords);
  const [, go] = useLocation();
  const causes = useCauses();
  const read = useRead(
    ['incidents'],
    () => api.GET('/incidents', { params: { query: { limit: 1000 } } }),
    10_000,
  );
  const kind = useMemo<RowKind<Incident>>(
    () => ({
      keyOf: incident => incident.id,
      tone: incident => (incident.until === undefined ? 'invalid' : 'plain'),
      columns: [
        { id: 'from', header: 'From', value: one => one.from, show: one => moment(one.from), width: 132 },
        { id: 'line', header: 'WAN', value: one => one.line, width: 112 },
        {
          ...{ id: 'down', header: 'Down for', width: 132, end: true },
          value: one => one.downMs,
          show: one =>
            one.until === undefined
              ? `${lasting(one.downMs, language)}, ${say.stillDown}`
              : lasting(one.downMs, language),
        },
        { id: 'cause', header: 'Cause', value: one => causes(one.causes), width: 320 },
        {
          ...{ id: 'noticed', header: 'Noticed after', width: 112, end: true },
          value: one => one.evidence?.silentMs,
          show: one => ms(one.evidence?.silentMs),
        },
        {
          ...{ id: 'decided', header: 'Moved within', width: 112, end: true },
          value: one => one.decision?.durationMs,
          show: one => ms(one.decision?.durationMs),
        },
        {
          ...{ id: 'reset', header: 'TCP reset', width: 88, end: true },
          value: one => one.flows?.reset,
        },
      ],
    }),
    [say, causes, language],
  );
  return (
    <TablePage
      id="incidents"
      label={places.incidents}
      kind={kind}
      read={read}
      onOpenRow={id => go(`/incidents/${encodeURIComponent(id)}`)}
      empty={<Notice title={say.noIncidents}>{say.noIncidentsText}</Notice>}
    />
  );
}
