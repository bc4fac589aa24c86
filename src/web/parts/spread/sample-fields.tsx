import { NumberInput } from '@mantine/core';
import { useWords } from '../../words/language.tsx';
import style from '../answer/answer.module.css';
import { partWords } from '../words.ts';

/** How many connections are imagined, from and to how many. */
export interface SampleSize {
  readonly flows: number;
  readonly clients: number;
  readonly destinations: number;
}

export const usualSize: SampleSize = { flows: 2000, clients: 20, destinations: 300 };
const most: SampleSize = { flows: 20_000, clients: 2000, destinations: 5000 };

export function SampleFields({
  size,
  change,
}: {
  readonly size: SampleSize;
  readonly change: (size: SampleSize) => void;
}) {
  const say = useWords(partWords);
  return (
    <div className={style['form']}>
      {(['flows', 'clients', 'destinations'] as const).map(name => (
        <NumberInput
          key={name}
          label={say[name]}
          min={1}
          max={most[name]}
          value={size[name]}
          onChange={value => {
            const count = Number(value);
            if (count >= 1 && count <= most[name]) change({ ...size, [name]: Math.round(count) });
          }}
        />
      ))}
    </div>
  );
}
