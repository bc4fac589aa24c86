import { Icon } from '../icons/icon.tsx';
import { useWords } from '../words/language.tsx';
import { tableWords } from '../words/table.ts';
import type { RowKind } from './column.ts';
import style from './table.module.css';
import type { View } from './use-view.ts';

type Header<Row extends object> = ReturnType<View<Row>['getHeaderGroups']>[number]['headers'][number];

/** Names of columns: sorted by a click where rows have no order of their own, and as wide as they are drawn. */
export function TableHead<Row extends object>({
  view,
  withFlags,
  ends,
}: {
  readonly view: View<Row>;
  readonly withFlags: boolean;
  readonly ends: RowKind<Row>;
}) {
  const say = useWords(tableWords);
  const end = new Set(ends.columns.filter(column => column.end).map(({ id }) => id));
  return (
    <thead>
      {view.getHeaderGroups().map(group => (
        <tr key={group.id}>
          {withFlags && (
            <th scope="col">
              <span className={style['hidden']}>{say.flags}</span>
            </th>
          )}
          {group.headers.map(header => (
            <ColumnHead key={header.id} header={header} isEnd={end.has(header.id)} />
          ))}
        </tr>
      ))}
    </thead>
  );
}

const sorts = { asc: 'ascending', desc: 'descending' } as const;

function ColumnHead<Row extends object>({
  header,
  isEnd,
}: {
  readonly header: Header<Row>;
  readonly isEnd: boolean;
}) {
  const say = useWords(tableWords);
  const { column } = header;
  const name = String(column.columnDef.header);
  const sorted = column.getIsSorted();
  return (
    <th scope="col" aria-sort={sorted ? sorts[sorted] : undefined} className={isEnd ? style['end'] : ''}>
      {column.getCanSort() ? (
        <button type="button" className={style['sort']} onClick={column.getToggleSortingHandler()}>
          <span className={style['name']}>{name}</span>
          {sorted && <Icon name={sorted === 'asc' ? 'up' : 'down'} size={12} />}
        </button>
      ) : (
        <span className={style['name']}>{name}</span>
      )}
      <span
        className={style['handle']}
        title={say.widen(name)}
        aria-hidden="true"
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
      />
    </th>
  );
}
