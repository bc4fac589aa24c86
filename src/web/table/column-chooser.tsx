import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../words/language.tsx';
import { tableWords } from '../words/table.ts';
import type { RowKind } from './column.ts';
import style from './column-chooser.module.css';
import type { View } from './use-view.ts';

/** Which columns are shown, and in which order; their widths are drawn in the table's head. */
export function ColumnChooser<Row extends object>({
  view,
  kind,
}: {
  readonly view: View<Row>;
  readonly kind: RowKind<Row>;
}) {
  const say = useWords(tableWords);
  const columns = view.getAllLeafColumns();
  const order = columns.map(({ id }) => id);
  const move = (id: string, by: number): void => view.setColumnOrder(moved(order, id, by));
  const reset = (): void => {
    view.setColumnOrder([]);
    view.setColumnSizing({});
    view.setColumnVisibility(
      Object.fromEntries(kind.columns.map(column => [column.id, column.extra !== true])),
    );
  };
  return (
    <Popover position="bottom-end" shadow="md" width={300} trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<Icon name="columns" size={14} />}>
          {say.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className={style['list']}>
          {columns.map((column, index) => (
            <li key={column.id}>
              <Checkbox
                size="xs"
                label={String(column.columnDef.header)}
                checked={column.getIsVisible()}
                onChange={column.getToggleVisibilityHandler()}
              />
              <Move
                name={String(column.columnDef.header)}
                move={by => move(column.id, by)}
                isFirst={index === 0}
                isLast={index === columns.length - 1}
              />
            </li>
          ))}
        </ul>
        <Button variant="default" onClick={reset} fullWidth>
          {say.resetColumns}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function Move({
  name,
  move,
  isFirst,
  isLast,
}: {
  readonly name: string;
  readonly move: (by: number) => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}) {
  const say = useWords(tableWords);
  return (
    <span className={style['move']}>
      <ActionIcon
        variant="subtle"
        color="ink"
        size="sm"
        aria-label={say.moveUp(name)}
        disabled={isFirst}
        onClick={() => move(-1)}
      >
        <Icon name="up" size={12} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="ink"
        size="sm"
        aria-label={say.moveDown(name)}
        disabled={isLast}
        onClick={() => move(1)}
      >
        <Icon name="down" size={12} />
      </ActionIcon>
    </span>
  );
}

/** The same names with one of them a place further. */
export function moved(order: readonly string[], id: string, by: number): string[] {
  const rest = order.filter(one => one !== id);
  const at = Math.max(0, Math.min(rest.length, order.indexOf(id) + by));
  return [...rest.slice(0, at), id, ...rest.slice(at)];
}
