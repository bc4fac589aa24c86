import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../icons/icon.tsx';
import { useWords } from '../../words/language.tsx';
import { pastWords } from '../../words/past.ts';
import style from './incident.module.css';

/** The same page as the command prints it, to be sent to somebody. */
export function AsText({ text }: { readonly text: string }) {
  const say = useWords(pastWords);
  const [copied, setCopied] = useState(false);
  return (
    <details className={style['text']}>
      <summary>{say.asText}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <pre tabIndex={0}>{text}</pre>
      <Button
        variant="default"
        leftSection={<Icon name={copied ? 'findings' : 'copy'} size={14} />}
        onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {copied ? say.copied : say.copy}
      </Button>
    </details>
  );
}
