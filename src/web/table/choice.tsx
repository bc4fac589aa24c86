import { NativeSelect } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import { tableWords } from '../words/table.ts';

/** At the right of a table, as in Winbox: all, or one chain, routing table or WAN. */
export function Choice({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly (string | { readonly value: string; readonly label: string })[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const say = useWords(tableWords);
  return (
    <NativeSelect
      aria-label={label}
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
      data={[{ value: '', label: `${label}: ${say.all}` }, ...options]}
    />
  );
}
