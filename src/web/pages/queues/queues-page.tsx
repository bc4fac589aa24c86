import { api } from '../../api/index.ts';
import { useRead } from '../../client/queries.ts';
import { TablePage } from '../../table/table-page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words/language.tsx';
import { pageWords } from '../../words/pages.ts';
import { placeWords } from '../../words/places.ts';
import { queueKind } from './queue-kind.tsx';

export default function QueuesPage() {
  const places = useWords(placeWords);
  const say = useWords(pageWords);
  const read = useRead(['queues'], () => api.GET('/queues', { params: { query: { limit: 1000 } } }), 1000);
  return (
    <TablePage
      id="queues"
      label={places.queues}
      kind={queueKind}
      read={read}
      sorting="fixed"
      empty={<Notice title={say.noQueues}>{say.noQueuesText}</Notice>}
    />
  );
}
