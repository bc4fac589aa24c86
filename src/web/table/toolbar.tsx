import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../icons/icon.tsx';
import { clock } from '../say/times.ts';
import { useWords } from '../words/language.tsx';
import { tableWords } from '../words/table.ts';
import type { RowKind } from './column.ts';
import { ColumnChooser } from './column-chooser.tsx';
import type { Condition } from './filter.ts';
import { FilterStack } from './filter-stack.tsx';
import style from './toolbar.module.css';
import type { View } from './use-view.ts';

export interface ToolbarProps<Row extends object> {
  readonly view: View<Row>;
  readonly kind: RowKind<Row>;
  readonly label: string;
  readonly find: string;
  readonly setFind: (find: string) => void;
  readonly conditions: readonly Condition[];
  readonly setConditions: (conditions: readonly Condition[]) => void;
  readonly counted: readonly [shown: number, all: number];
  readonly at?: string | undefined;
  readonly choice?: ReactNode;
}

/** Above the rows: find, filter, columns, how many, and when they were read. */
export function Toolbar<Row extends object>(props: ToolbarProps<Row>) {
  const { find, setFind, conditions, setConditions, counted, at, view, kind } = props;
  const say = useWords(tableWords);
  const [isOpen, setOpen] = useState(false);
  const stack = useId();
  return (
    <>
      <div className={style['bar']}>
        <h1>{props.label}</h1>
        <p className={style['counted']}>
          {say.items(...counted)}
          {at !== undefined && <span className={style['at']}> · {say.readAt(clock(at))}</span>}
        </p>
        <TextInput
          className={style['find'] ?? ''}
          aria-label={say.find}
          placeholder={`${say.find}  /`}
          value={find}
          onChange={event => setFind(event.currentTarget.value)}
          onKeyDown={event => event.key === 'Escape' && setFind('')}
          leftSection={<Icon name="find" size={14} />}
          data-find
        />
        {props.choice}
        <Button
          variant={conditions.length > 0 ? 'filled' : 'default'}
          leftSection={<Icon name="filter" size={14} />}
          aria-expanded={isOpen}
          aria-controls={stack}
          onClick={() => setOpen(!isOpen)}
        >
          {conditions.length > 0 ? `${say.filter} ${conditions.length}` : say.filter}
        </Button>
        <ColumnChooser view={view} kind={kind} />
      </div>
      <div id={stack} hidden={!isOpen}>
        {isOpen && <FilterStack columns={kind.columns} conditions={conditions} onChange={setConditions} />}
      </div>
    </>
  );
}
