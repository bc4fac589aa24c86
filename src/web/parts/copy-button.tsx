import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/language.tsx';
import { partWords } from './words.ts';

/** Puts a text on the clipboard; a page from a disk may have to do it the old way. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string | undefined }) {
  const say = useWords(partWords);
  const [isDone, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    await copyText(text);
    setDone(true);
    setTimeout(() => setDone(false), 1500);
  };
  return (
    <Button variant="default" onClick={() => void copy()}>
      {isDone ? say.copied : (label ?? say.copy)}
    </Button>
  );
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}
