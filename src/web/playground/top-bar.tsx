import { Button, NativeSelect, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useRef } from 'react';
import { useLanguage, useWords } from '../words/language.tsx';
import { examples, exampleWords } from './examples.ts';
import style from './page.module.css';
import { playWords } from './words.ts';

/** What is chosen for the whole page. */
export function TopBar({
  example,
  choose,
  open,
  share,
}: {
  readonly example: string | undefined;
  readonly choose: (id: string) => void;
  readonly open: (file: File) => void;
  readonly share: () => void;
}) {
  const say = useWords(playWords);
  const names = useWords(exampleWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <header className={style['top']}>
      <h1 className={style['brand']}>
        jalur <span>{say.title}</span>
      </h1>
      <div className={style['tools']}>
        <NativeSelect
          aria-label={say.examples}
          value={example ?? ''}
          onChange={event => choose(event.currentTarget.value)}
          data={[
            ...(example === undefined ? [{ value: '', label: say.own }] : []),
            ...examples.map(({ id }) => ({ value: id, label: names[id as keyof typeof exampleWords] })),
          ]}
        />
        <input
          ref={input}
          type="file"
          hidden
          accept=".rsc,.txt,.yaml,.yml,.md,.conf,.cfg,.backup,text/plain"
          onChange={event => {
            const file = event.currentTarget.files?.[0];
            if (file) open(file);
            event.currentTarget.value = '';
          }}
        />
        <Button variant="default" onClick={() => input.current?.click()}>
          {say.open}
        </Button>
        <Button variant="default" onClick={share}>
          {say.share}
        </Button>
      </div>
      <Choices />
    </header>
  );
}

function Choices() {
  const say = useWords(playWords);
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={style['choices']}>
      <SegmentedControl
        size="xs"
        aria-label={say.language}
        value={language}
        onChange={value => choose(value === 'id' ? 'id' : 'en')}
        data={[
          { value: 'en', label: 'EN' },
          { value: 'id', label: 'ID' },
        ]}
      />
      <NativeSelect
        aria-label={say.theme}
        value={colorScheme}
        onChange={event => setColorScheme(event.currentTarget.value as typeof colorScheme)}
        data={[
          { value: 'auto', label: say.auto },
          { value: 'light', label: say.light },
          { value: 'dark', label: say.dark },
        ]}
      />
    </div>
  );
}
