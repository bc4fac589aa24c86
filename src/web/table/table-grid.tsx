import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words/language.tsx';
import { tableWords } from '../words/table.ts';
import type { RowKind } from './column.ts';
import { nextRow } from './next-row.ts';
import style from './table.module.css';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import type { View } from './use-view.ts';

/** px; the rows' styles say the same. */
const rowHeight = 28;
const commentHeight = 20;
/** Four letters. */
const flagWidth = 56;

export interface TableGridProps<Row extends object> {
  readonly view: View<Row>;
  readonly kind: RowKind<Row>;
  readonly label: string;
  readonly opened: string | undefined;
  readonly onOpen: (key: string) => void;
  /** Instead of rows. */
  readonly empty?: ReactNode;
  /** The end of the rows is in sight. */
  readonly onEnd?: (() => void) | undefined;
}

/** Only the rows in sight are drawn; arrows move between rows, Enter opens one, `e` explains from it. */
export function TableGrid<Row extends object>({
  view,
  kind,
  label,
  opened,
  onOpen,
  empty,
  onEnd,
}: TableGridProps<Row>) {
  const say = useWords(tableWords);
  const [, go] = useLocation();
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const { rows } = view.getRowModel();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: index => {
      const row = rows[index];
      return rowHeight + (row && kind.comment?.(row.original) ? commentHeight : 0);
    },
    getItemKey: index => rows[index]?.id ?? index,
    overscan: 12,
  });
  useEffect(() => virtual.measure(), [rows, virtual]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onEnd?.();
  }, [last, rows.length, onEnd]);

  const focus = (index: number): void => {
    setAt(index);
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroll.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus({ preventScroll: true }),
    );
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof HTMLElement) || event.target.dataset['row'] === undefined) return;
    const row = rows[at];
    const next = nextRow(event.key, at, rows.length);
    if (next !== undefined) focus(next);
    else if (event.key === 'Enter' && row) onOpen(row.id);
    else if (event.key === 'e' && row) {
      const href = kind.explain?.(row.original);
      if (href !== undefined) go(href);
    } else return;
    event.preventDefault();
  };

  if (rows.length === 0)
    return (
      <div className={style['none']}>
        {empty ?? <Notice title={say.noneFound}>{say.noneFoundText}</Notice>}
      </div>
    );
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const withFlags = kind.flags !== undefined;
  const columns = view.getVisibleLeafColumns();
  return (
    <div ref={scroll} className={style['scroll']}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: keys move between its rows, which a plain table has not
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        style={{ width: view.getTotalSize() + (withFlags ? flagWidth : 0) }}
        onKeyDown={pressed}
      >
        <colgroup>
          {withFlags && <col style={{ width: flagWidth }} />}
          {columns.map(column => (
            <col key={column.id} style={{ width: column.getSize() }} />
          ))}
        </colgroup>
        <TableHead view={view} withFlags={withFlags} ends={kind} />
        <tbody aria-hidden="true">
          <tr style={{ height: before }} />
        </tbody>
        {items.map(({ index, key }) => {
          const row = rows[index];
          return (
            row && (
              <TableRow
                key={key}
                row={row.original}
                index={index}
                kind={kind}
                columns={columns.map(({ id }) => id).join(' ')}
                isHere={index === Math.min(at, rows.length - 1)}
                isOpen={row.id === opened}
                onOpen={() => {
                  setAt(index);
                  onOpen(row.id);
                }}
              />
            )
          );
        })}
        <tbody aria-hidden="true">
          <tr style={{ height: after }} />
        </tbody>
      </table>
    </div>
  );
}
