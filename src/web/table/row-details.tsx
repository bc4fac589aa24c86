import { Button, Drawer } from '@mantine/core';
import { Link } from 'wouter';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../words/language.tsx';
import { tableWords } from '../words/table.ts';
import type { RowKind } from './column.ts';
import style from './row-details.module.css';

/** Everything of one row: its flags in words, all its columns, where it is stated, and what can be asked from it. */
export function RowDetails<Row>({
  kind,
  row,
  onClose,
}: {
  readonly kind: RowKind<Row>;
  readonly row: Row | undefined;
  readonly onClose: () => void;
}) {
  const say = useWords(tableWords);
  return (
    <Drawer
      opened={row !== undefined}
      onClose={onClose}
      position="right"
      size="26rem"
      title={row === undefined ? say.row : (kind.comment?.(row) ?? say.row)}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      {row !== undefined && <Details kind={kind} row={row} />}
    </Drawer>
  );
}

function Details<Row>({ kind, row }: { readonly kind: RowKind<Row>; readonly row: Row }) {
  const say = useWords(tableWords);
  const flags = kind.flags?.(row) ?? [];
  const explain = kind.explain?.(row);
  return (
    <div className={style['details']}>
      {explain !== undefined && (
        <Button component={Link} href={explain} leftSection={<Icon name="explain" size={14} />}>
          {say.explain}
        </Button>
      )}
      <dl className={style['list']}>
        {flags.length > 0 && (
          <Line name={say.flags}>{flags.map(({ letter, name }) => `${letter} ${name}`).join(', ')}</Line>
        )}
        {kind.columns.map(column => (
          <Line key={column.id} name={column.header}>
            {column.show ? column.show(row) : column.value(row)}
          </Line>
        ))}
        {kind.source && <Line name={say.source}>{<SourceOf source={kind.source(row)} />}</Line>}
      </dl>
      {kind.more?.(row)}
    </div>
  );
}

function SourceOf({ source }: { readonly source: ReturnType<NonNullable<RowKind<unknown>['source']>> }) {
  const say = useWords(tableWords);
  if (!source) return <span className={style['weak']}>{say.noSource}</span>;
  return (
    <code>
      {source.file.split('/').at(-1)}:{source.line}
    </code>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  if (children === undefined || children === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
