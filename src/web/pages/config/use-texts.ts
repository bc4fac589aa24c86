import { useEffect, useMemo, useState } from 'react';
import type { Schemas } from '../../api/index.ts';
import { useLive } from '../../live/live-context.tsx';
import { draftOf, dropDrafts, keepDraft } from '../../session/drafts.ts';
import type { InForce } from './use-config.ts';

type Texts = Readonly<Record<string, string>>;

/** The texts that are shown: those in force, and over them what was written here. */
export function useTexts({ config }: InForce) {
  const [written, setWritten] = useState<Texts>(() => drafted(config.files));
  // What the texts here were made from: what was in force, and what of them was applied.
  const [known, setKnown] = useState<readonly string[]>([config.hash]);
  useDropWhenConfirmed();
  const files = useMemo(
    () => config.files.map(({ file, text }) => ({ file, text: written[file] ?? text })),
    [config.files, written],
  );
  const isChanged = files.some(({ text }, index) => text !== config.files[index]?.text);
  return {
    ...{ files, isChanged, isOutdated: isChanged && !known.includes(config.hash) },
    write(file: string, text: string): void {
      keepDraft(file, text);
      if (!isChanged) setKnown([config.hash]);
      setWritten(now => ({ ...now, [file]: text }));
    },
    applied(hash: string | undefined): void {
      if (hash !== undefined) setKnown(now => [...now, hash]);
    },
    discard(): void {
      dropDrafts();
      setKnown([config.hash]);
      setWritten({});
    },
  };
}

const drafted = (files: readonly Schemas['TextFile'][]): Texts =>
  Object.fromEntries(
    files.flatMap(({ file }) => {
      const draft = draftOf(file);
      return draft === undefined ? [] : [[file, draft]];
    }),
  );

/** What is on trial may come back to be written on; what is confirmed is no draft any more. */
function useDropWhenConfirmed(): void {
  const last = useLive(live => live.events.find(({ event }) => event.type === 'config'));
  useEffect(() => {
    if (last?.event.type === 'config' && last.event.how === 'confirm') dropDrafts();
  }, [last]);
}
