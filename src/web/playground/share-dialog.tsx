import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import style from '../parts/answer/answer.module.css';
import { CopyButton } from '../parts/index.ts';
import { useWords } from '../words/language.tsx';
import { longest, type Shared, toFragment } from './share.ts';
import { playWords } from './words.ts';

interface Sharing {
  readonly shared: Shared;
  readonly sanitizeFirst: () => void;
}

/** Makes a link that holds the configuration, and says so. */
export function ShareDialog({
  isOpen,
  close,
  ...sharing
}: Sharing & { readonly isOpen: boolean; readonly close: () => void }) {
  const say = useWords(playWords);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={say.shareTitle}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <MakeLink {...sharing} />
    </Modal>
  );
}

function MakeLink({ shared, sanitizeFirst }: Sharing) {
  const say = useWords(playWords);
  const [link, setLink] = useState<string>();
  const make = async (): Promise<void> => {
    const url = `${location.href.split('#')[0]}#${await toFragment(shared)}`;
    setLink(url);
    if (url.length <= longest) history.replaceState(null, '', url);
  };
  const isLong = link !== undefined && link.length > longest;
  return (
    <div className={style['answer']}>
      <p>{say.shareText}</p>
      <div className={style['row']}>
        <Button onClick={sanitizeFirst}>{say.shareSanitized}</Button>
        <Button variant="default" onClick={() => void make()}>
          {say.shareAsIs}
        </Button>
      </div>
      {isLong && <p role="alert">{say.shareLong(link.length, longest)}</p>}
      {link !== undefined && !isLong && (
        <>
          <Textarea size="xs" label={say.shareLink} value={link} readOnly rows={4} />
          <div className={style['row']}>
            <CopyButton text={link} />
          </div>
        </>
      )}
    </div>
  );
}
