import { useCallback, useEffect, useState } from 'react';
import { nothingSaid, type SaidForm } from './asking/said.ts';
import { type Example, examples } from './examples.ts';
import { fromFragment } from './share.ts';

/** The text that is asked about, and what is said beside it. */
export interface Document {
  readonly file: string;
  readonly text: string;
  readonly said: SaidForm;
  /** Of the menu; undefined: the user's own text. */
  readonly example?: string | undefined;
}

const fromExample = ({ id, file, text, leases }: Example): Document => ({
  ...{ file, text, example: id },
  said: { ...nothingSaid, leases },
});

const [firstExample] = examples;
const first: Document = firstExample
  ? fromExample(firstExample)
  : { file: 'office.rsc', text: '', said: nothingSaid };

const looksLikeIntent = (text: string): boolean =>
  /^["']?wans["']?:(?:\s|$)/m.test(text) && !/^\s*\/[a-z]/m.test(text);

/** A text of one's own is called by what it is. */
const nameOf = (file: string, text: string): string =>
  /\.ya?ml$/i.test(file) === looksLikeIntent(text)
    ? file
    : looksLikeIntent(text)
      ? 'gateway.yaml'
      : 'office.rsc';

/** The document of the page: of the link that opened it, else the first example. */
export function useDocument(complain: (what: 'sharedBad') => void) {
  const [document, setDocument] = useState<Document>(first);

  useEffect(() => {
    void fromFragment(location.hash).then(shared => {
      if (shared === null) complain('sharedBad');
      else if (shared)
        setDocument({
          file: shared.file,
          text: shared.text,
          said: { ...nothingSaid, leases: shared.leases },
        });
    });
  }, []);

  const write = useCallback(
    (text: string) =>
      setDocument(now =>
        now.text === text ? now : { ...now, text, file: nameOf(now.file, text), example: undefined },
      ),
    [],
  );
  /** Another text in place of this one; what was said of its lines stays where it is the same text made better. */
  const take = useCallback(
    (text: string, file?: string) =>
      setDocument(now => ({ ...now, text, file: file ?? nameOf(now.file, text), example: undefined })),
    [],
  );
  const open = useCallback(
    (file: string, text: string) => setDocument({ file, text, said: nothingSaid }),
    [],
  );
  const choose = useCallback((id: string) => {
    const found = examples.find(one => one.id === id);
    if (found) setDocument(fromExample(found));
  }, []);
  const say = useCallback((said: SaidForm) => setDocument(now => ({ ...now, said })), []);
  return { document, write, take, open, choose, say };
}
