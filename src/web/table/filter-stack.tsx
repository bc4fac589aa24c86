import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../words/language.tsx';
import { tableWords } from '../words/table.ts';
import { type Condition, type Operator, operators } from './filter.ts';
import style from './toolbar.module.css';

type Named = { readonly id: string; readonly header: string };

export interface FilterStackProps {
  readonly columns: readonly Named[];
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[]) => void;
}

/** Conditions that must all hold: column, how, value. */
export function FilterStack({ columns, conditions, onChange }: FilterStackProps) {
  const say = useWords(tableWords);
  const add = (): void =>
    onChange([...conditions, { column: columns[0]?.id ?? '', operator: 'contains', value: '' }]);
  return (
    <fieldset className={style['stack']} style={{ border: 0 }} aria-label={say.filters}>
      {conditions.map((condition, index) => (
        <ConditionLine
          key={index}
          columns={columns}
          condition={condition}
          onChange={next => onChange(conditions.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(conditions.filter((_, at) => at !== index))}
        />
      ))}
      <p className={style['hint']}>{say.inHint}</p>
      <div className={style['actions']}>
        <Button variant="default" leftSection={<Icon name="add" size={14} />} onClick={add}>
          {say.addFilter}
        </Button>
        {conditions.length > 0 && (
          <Button variant="subtle" color="ink" onClick={() => onChange([])}>
            {say.clearFilter}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function ConditionLine({
  columns,
  condition,
  onChange,
  onRemove,
}: {
  readonly columns: readonly Named[];
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}) {
  const say = useWords(tableWords);
  return (
    <div className={style['condition']}>
      <NativeSelect
        aria-label={say.column}
        value={condition.column}
        onChange={event => onChange({ ...condition, column: event.currentTarget.value })}
        data={columns.map(({ id, header }) => ({ value: id, label: header }))}
      />
      <NativeSelect
        aria-label={say.how}
        value={condition.operator}
        onChange={event => onChange({ ...condition, operator: event.currentTarget.value as Operator })}
        data={operators.map(value => ({ value, label: say[value] }))}
      />
      <TextInput
        aria-label={say.value}
        value={condition.value}
        onChange={event => onChange({ ...condition, value: event.currentTarget.value })}
      />
      <ActionIcon variant="subtle" color="ink" aria-label={say.removeFilter} onClick={onRemove}>
        <Icon name="close" size={14} />
      </ActionIcon>
    </div>
  );
}
