import { NativeSelect, Tabs } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Schemas } from '../../api/index.ts';
import { useMay } from '../../client/queries.ts';
import { Editor, type EditorHandle, type Marked } from '../../parts/index.ts';
import '../../parts/mantine-more.css';
import { nameOf } from '../../say/files.ts';
import { Failed, Loading } from '../../ui/notice.tsx';
import { askWords } from '../../words/ask.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { placeWords } from '../../words/places.ts';
import { ApplyBar } from './apply-bar.tsx';
import { CheckPanel } from './check-panel.tsx';
import style from './config.module.css';
import { HistoryPanel } from './history-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { useComplete } from './use-complete.ts';
import { type InForce, useConfig } from './use-config.ts';
import { useTexts } from './use-texts.ts';
import { useVerdict } from './use-verdict.ts';

/** The texts in force: written, checked, compared and applied, for good or until they are confirmed. */
export default function ConfigPage() {
  const { data, error, refetch } = useConfig();
  const places = useWords(placeWords);
  if (!data) return error ? <Failed error={error} again={refetch} page={places.config} /> : <Loading />;
  return <ConfigEditor inForce={data} />;
}

function ConfigEditor({ inForce }: { readonly inForce: InForce }) {
  const { config } = inForce;
  const places = useWords(placeWords);
  const say = useWords(askWords);
  const { language } = useLanguage();
  const [params] = useSearchParams();
  const mayApply = useMay('admin') && config.secrets === 'shown';
  const texts = useTexts(inForce);
  const { files, isChanged } = texts;
  const [file, setFile] = useState(config.files[0]?.file ?? '');
  const [tab, setTab] = useState(params.has('plan') ? 'plan' : 'check');
  const editor = useRef<EditorHandle>(null);
  const text = files.find(one => one.file === file)?.text ?? '';
  const verdict = useVerdict(files, language, mayApply);
  const marks = useMemo(() => marksOf(verdict.data?.diagnostics ?? [], file), [verdict.data, file]);
  const complete = useComplete(file, language);

  const line = Number(params.get('line'));
  useEffect(() => {
    if (line > 0) editor.current?.goTo(line);
  }, [line]);

  const write = (written: string): void => texts.write(file, written);
  return (
    <div className={style['page']}>
      <div className={style['head']}>
        <h1>{places.config}</h1>
        {config.files.length > 1 && (
          <NativeSelect
            aria-label={say.file}
            value={file}
            onChange={event => setFile(event.currentTarget.value)}
            data={config.files.map(one => one.file)}
          />
        )}
      </div>
      {!mayApply && <p className={style['weak']}>{say.mayNot}</p>}
      <div className={style['halves']}>
        <section className={style['text']} aria-label={file}>
          <p className={style['file']}>
            <strong title={file}>{nameOf(file)}</strong>
            {isChanged && <span>{say.changed}</span>}
          </p>
          <div className={style['editor']}>
            <Editor
              key={`${mayApply}`}
              text={text}
              kind={/\.ya?ml$/i.test(file) ? 'yaml' : 'rsc'}
              label={places.config}
              readOnly={!mayApply}
              onChange={write}
              marks={marks}
              complete={complete}
              handle={editor}
            />
          </div>
        </section>
        <section className={style['aside']}>
          {mayApply && <ApplyBar inForce={inForce} texts={texts} verdict={verdict.data} />}
          <Tabs value={tab} onChange={value => setTab(value ?? 'check')} keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="check">{say.check}</Tabs.Tab>
              <Tabs.Tab value="plan">{say.plan}</Tabs.Tab>
              <Tabs.Tab value="history">{say.history}</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="check" className={style['panel'] ?? ''}>
              <CheckPanel
                verdict={verdict}
                file={file}
                text={text}
                goTo={(to, end) => editor.current?.goTo(to, end)}
                apply={mayApply ? write : undefined}
                isChanged={isChanged}
              />
            </Tabs.Panel>
            <Tabs.Panel value="plan" className={style['panel'] ?? ''}>
              <PlanPanel files={files} inForce={config.files} isChanged={isChanged} />
            </Tabs.Panel>
            <Tabs.Panel value="history" className={style['panel'] ?? ''}>
              <HistoryPanel mayRestore={mayApply} inForce={config.hash} />
            </Tabs.Panel>
          </Tabs>
        </section>
      </div>
    </div>
  );
}

const marksOf = (findings: readonly Schemas['Finding'][], file: string): readonly Marked[] =>
  findings
    .filter(one => one.file === file || one.file.endsWith(`/${file}`) || file.endsWith(`/${one.file}`))
    .map(({ what, why, do: todo, id, severity, line, column, endLine, endColumn }) => ({
      ...{ severity, line, column, endLine, endColumn, source: id },
      message: [what, why, todo].filter(part => part !== undefined).join('\n'),
    }));
