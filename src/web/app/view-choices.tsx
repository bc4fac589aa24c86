import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useLanguage, useWords } from '../words/language.tsx';
import type { Language } from '../words/said.ts';
import { shellWords } from '../words/shell.ts';
import style from './view-choices.module.css';

/** Theme and language, which everybody may choose, also before he signs in. */
export function ViewChoices() {
  const say = useWords(shellWords);
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={style['choices']}>
      <SegmentedControl
        size="xs"
        aria-label={say.theme}
        value={colorScheme}
        onChange={value => setColorScheme(value as typeof colorScheme)}
        data={[
          { value: 'light', label: say.light },
          { value: 'dark', label: say.dark },
          { value: 'auto', label: say.auto },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={say.language}
        value={language}
        onChange={value => choose(value as Language)}
        data={[
          { value: 'en', label: 'English' },
          { value: 'id', label: 'Indonesia' },
        ]}
      />
    </div>
  );
}
