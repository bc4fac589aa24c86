import { Drawer } from '@mantine/core';
import { useWords } from '../../words/language.tsx';
import { playWords } from '../words.ts';
import { Markdown } from './markdown.tsx';
import { pageOf } from './pages.ts';
import style from './rule-page.module.css';

/** The page of one rule beside the findings. */
export function RuleDrawer({ id, close }: { readonly id: string | undefined; readonly close: () => void }) {
  const say = useWords(playWords);
  return (
    <Drawer
      opened={id !== undefined}
      onClose={close}
      position="right"
      size="min(40rem, 100%)"
      title={id}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <div className={style['page']}>{id !== undefined && <Markdown text={bodyOf(id)} />}</div>
    </Drawer>
  );
}

/** Without its first heading, which is the title. */
const bodyOf = (id: string): string => (pageOf(id) ?? '').replace(/^# .*\n/, '');
