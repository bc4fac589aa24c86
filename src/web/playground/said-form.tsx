import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import style from '../parts/answer/answer.module.css';
import { useWords } from '../words/language.tsx';
import type { SaidForm } from './asking/said.ts';
import { playWords } from './words.ts';

const examples: Readonly<Partial<Record<keyof SaidForm, string>>> = {
  wan: 'ether1,ether2',
  lan: 'bridge=192.168.88.1/24',
  down: 'ether1',
  dead: 'ether1',
  deadGateway: 'ether1',
  assume: 'limit=above',
  at: 'mon 14:00',
};

const fields = ['wan', 'lan', 'down', 'dead', 'deadGateway', 'assume', 'at'] as const;

/** What a user knows beside the text: the options of the commands, as a form. */
export function SaidFields({
  said,
  change,
}: {
  readonly said: SaidForm;
  readonly change: (said: SaidForm) => void;
}) {
  const say = useWords(playWords);
  const set = (part: Partial<SaidForm>): void => change({ ...said, ...part });
  return (
    <details className={style['rests']}>
      <summary>{say.known}</summary>
      <div className={style['card']} style={{ marginTop: 'var(--space-2)' }}>
        <p className={style['muted']}>{say.optionsNote}</p>
        <div className={style['form']}>
          <NativeSelect
            label={say.dialect}
            value={said.dialect}
            onChange={event => set({ dialect: event.currentTarget.value as SaidForm['dialect'] })}
            data={[
              { value: '', label: say.byText },
              { value: 'v6', label: '6' },
              { value: 'v7', label: '7' },
            ]}
          />
          <NativeSelect
            label={say.engine}
            value={said.engine}
            onChange={event => set({ engine: event.currentTarget.value as SaidForm['engine'] })}
            data={[
              { value: 'routeros', label: 'RouterOS' },
              { value: 'linux', label: say.linux },
            ]}
          />
          {fields.map(field => (
            <TextInput
              key={field}
              label={say[field]}
              placeholder={examples[field] ?? ''}
              value={said[field]}
              onChange={event => set({ [field]: event.currentTarget.value })}
            />
          ))}
          <Textarea
            className={style['wide'] ?? ''}
            size="xs"
            autosize
            minRows={2}
            maxRows={6}
            label={say.leases}
            placeholder="ether1=10.10.10.254/24,10.10.10.1"
            value={said.leases}
            onChange={event => set({ leases: event.currentTarget.value })}
          />
        </div>
      </div>
    </details>
  );
}
