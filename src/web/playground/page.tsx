import { Tabs } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import answerStyle from '../parts/answer/answer.module.css';
import { Editor, type EditorHandle, type Marked } from '../parts/index.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import type { TextAsked } from './asking/questions.ts';
import { textOfFile } from './file-text.ts';
import style from './page.module.css';
import { RuleDrawer } from './rule-page/rule-drawer.tsx';
import { SaidFields } from './said-form.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { type TabName, TabPanels, tabNames } from './tab-panels.tsx';
import { limits } from './tabs/tab.ts';
import { TopBar } from './top-bar.tsx';
import { type Asking, useAnswer } from './use-answer.ts';
import { useComplete } from './use-complete.ts';
import { useDocument } from './use-document.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { playWords } from './words.ts';

/** Text on the left, questions about it on the right; on a phone one behind the other. */
export function Page() {
  const say = useWords(playWords);
  const { language } = useLanguage();
  const [trouble, setTrouble] = useState<'sharedBad' | 'fileBad' | 'fileBig'>();
  const { document, write, take, open, choose, say: sayBeside } = useDocument(setTrouble);
  const [tab, setTab] = useState<TabName>('lint');
  const [isSharing, setSharing] = useState(false);
  const [rule, setRule] = useState<string>();
  const [isDragged, setDragged] = useState(false);
  const isNarrow = useIsNarrow();
  const editor = useRef<EditorHandle>(null);

  const { file, text, said } = document;
  const isEmpty = text.trim() === '';
  const asked = useMemo<TextAsked>(
    () => ({ file, text, said, lang: language }),
    [file, text, said, language],
  );
  const lint = useAnswer(isEmpty ? undefined : ({ ...asked, kind: 'lint' } as const), limits.lint);
  const marks = useMemo(() => marksOf(lint), [lint]);
  const complete = useComplete(asked);

  const openFile = useCallback(
    async (dropped: File) => {
      const found = await textOfFile(dropped);
      if ('wrong' in found) setTrouble(found.wrong);
      else open(dropped.name, found.text);
    },
    [open],
  );
  const goTo = useCallback(
    (line: number, endLine?: number) => {
      if (!isNarrow) return editor.current?.goTo(line, endLine);
      setTab('text');
      requestAnimationFrame(() => requestAnimationFrame(() => editor.current?.goTo(line, endLine)));
    },
    [isNarrow],
  );
  const area = (
    <Editor
      text={text}
      kind={/\.ya?ml$/i.test(file) ? 'yaml' : 'rsc'}
      label={say.editor}
      hint={say.hint}
      onChange={write}
      marks={marks}
      complete={complete}
      handle={editor}
    />
  );
  const shown = tab === 'text' && !isNarrow ? 'lint' : tab;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a file may be dropped anywhere; the button does the same
    <div
      className={style['page']}
      onDragOver={event => {
        event.preventDefault();
        setDragged(true);
      }}
      onDragLeave={() => setDragged(false)}
      onDrop={event => {
        event.preventDefault();
        setDragged(false);
        const [dropped] = event.dataTransfer.files;
        if (dropped) void openFile(dropped);
      }}
    >
      <TopBar
        example={document.example}
        choose={choose}
        open={dropped => void openFile(dropped)}
        share={() => setSharing(true)}
      />
      {trouble && (
        <p className={style['trouble']} role="alert">
          {say[trouble]}{' '}
          <button type="button" className={answerStyle['link']} onClick={() => setTrouble(undefined)}>
            {say.close}
          </button>
        </p>
      )}
      <main className={style['main']}>
        {!isNarrow && (
          <section className={style['left']} aria-label={say.editor}>
            <p className={style['file']}>
              <strong>{file}</strong>
              <span title={say.localWhy}>{say.local}</span>
            </p>
            <div className={style['editor']}>{area}</div>
          </section>
        )}
        <section className={style['right']} aria-label={say.questions}>
          <Tabs
            value={shown}
            onChange={value => setTab((value as TabName | null) ?? 'lint')}
            keepMounted={false}
            classNames={{
              root: style['tabs'] ?? '',
              list: style['tabList'] ?? '',
              panel: style['panel'] ?? '',
              tab: style['tab'] ?? '',
            }}
          >
            <Tabs.List>
              {tabNames
                .filter(name => isNarrow || name !== 'text')
                .map(name => (
                  <Tabs.Tab key={name} value={name}>
                    {say[name]}
                  </Tabs.Tab>
                ))}
            </Tabs.List>
            {isNarrow && (
              <Tabs.Panel value="text">
                <div className={style['editor']}>{area}</div>
              </Tabs.Panel>
            )}
            <TabPanels
              {...{ asked, isEmpty, lint, goTo, openRule: setRule }}
              takeText={take}
              before={<SaidFields said={said} change={sayBeside} />}
            />
          </Tabs>
        </section>
      </main>
      {isDragged && <div className={style['drop']}>{say.drop}</div>}
      <RuleDrawer id={rule} close={() => setRule(undefined)} />
      <ShareDialog
        isOpen={isSharing}
        shared={{ file, text, leases: said.leases }}
        sanitizeFirst={() => {
          setSharing(false);
          setTab('sanitize');
        }}
        close={() => setSharing(false)}
      />
    </div>
  );
}

/** What was found, where the editor shows it. */
function marksOf({ outcome }: Asking<'lint'>): readonly Marked[] {
  if (!outcome || !('answer' in outcome)) return [];
  return outcome.answer.findings.map(({ what, why, do: todo, id, ...place }) => ({
    ...place,
    source: id,
    message: [what, why, todo].filter(part => part !== undefined).join('\n'),
  }));
}
