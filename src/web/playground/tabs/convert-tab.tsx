import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import style from '../../parts/answer/answer.module.css';
import { DiffView } from '../../parts/index.ts';
import { useWords } from '../../words/language.tsx';
import { AnswerFrame } from '../answer-frame.tsx';
import type { Answers } from '../asking/answer.ts';
import { TextActions } from '../text-actions.tsx';
import { useAnswer } from '../use-answer.ts';
import { playWords } from '../words.ts';
import { limits, type TabProps } from './tab.ts';

type Converted = Answers['convert'];

/** The text in the terms of another RouterOS, or as an intent. */
export function ConvertTab({ asked, takeText }: TabProps) {
  const say = useWords(playWords);
  const [to, setTo] = useState('v7');
  const asking = useAnswer({ ...asked, kind: 'convert', to } as const, limits.walk);
  return (
    <div className={style['answer']}>
      <div className={style['row']}>
        <span>{say.to}</span>
        <SegmentedControl
          size="xs"
          aria-label={say.to}
          value={to}
          onChange={setTo}
          data={[
            { value: 'v7', label: 'RouterOS 7' },
            { value: 'v6', label: 'RouterOS 6' },
            { value: 'yaml', label: say.yaml },
          ]}
        />
      </div>
      <AnswerFrame asking={asking}>
        {converted => <ConvertedView converted={converted} before={asked.text} takeText={takeText} />}
      </AnswerFrame>
    </div>
  );
}

function ConvertedView({
  converted,
  before,
  takeText,
}: Pick<TabProps, 'takeText'> & { readonly converted: Converted; readonly before: string }) {
  const say = useWords(playWords);
  switch (converted.kind) {
    case 'same':
      return <p className={style['card']}>{say.already}</p>;
    case 'refused':
      return <Refused diagnostics={converted.diagnostics} text={converted.text} />;
    case 'intent':
      return (
        <div className={style['answer']}>
          <h2
            className={style['verdict']}
            data-tone={converted.check.differences.length > 0 ? 'bad' : 'good'}
          >
            {say.walked(converted.check.packets, converted.check.states)}
          </h2>
          <Lines title={say.endOtherwise} lines={converted.check.differences} />
          <Lines
            title={say.unsaid}
            lines={converted.notSaid.map(({ line, statement }) => `${line ?? ''} ${statement}`)}
          />
          <TextActions text={converted.text} file="gateway.yaml" takeText={takeText} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard */}
          <pre className={style['source']} tabIndex={0}>
            {converted.text}
          </pre>
        </div>
      );
    case 'routeros':
      return (
        <div className={style['answer']}>
          <Verdict converted={converted} />
          <TextActions text={converted.text} file="converted.rsc" takeText={takeText} />
          <DiffView before={before} after={converted.text} />
        </div>
      );
  }
}

function Verdict({ converted }: { readonly converted: Extract<Converted, { readonly kind: 'routeros' }> }) {
  const say = useWords(playWords);
  const { verdict, check, diagnostics } = converted;
  const text = { same: say.same, different: say.different, open: say.openVerdict }[verdict];
  const tone = { same: 'good', different: 'bad', open: 'open' }[verdict];
  return (
    <>
      <h2 className={style['verdict']} data-tone={tone}>
        {text}
      </h2>
      <p className={style['muted']}>{say.walked(check.packets, check.states)}</p>
      <Lines title={say.endOtherwise} lines={check.differences.map(({ what }) => what)} />
      {diagnostics.length > 0 && (
        <ul className={style['items']}>
          {diagnostics.map(({ span, what, do: todo }) => (
            <li key={`${span.start.line}:${what}`}>
              {span.start.line}: {what} {todo}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details className={style['rests']} open={lines.length <= 5}>
      <summary>
        {title} ({lines.length})
      </summary>
      <ul>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function Refused({
  diagnostics,
  text,
}: {
  readonly diagnostics: Extract<Converted, { readonly kind: 'refused' }>['diagnostics'];
  readonly text: string | undefined;
}) {
  const say = useWords(playWords);
  return (
    <div className={style['card']} role="alert">
      <h3>{say.refusedTitle}</h3>
      <ul className={style['items']}>
        {diagnostics.map(({ what, span, do: todo }) => (
          <li key={`${span.start.line}:${what}`}>
            {span.start.line}: {what} {todo}
          </li>
        ))}
      </ul>
      {text !== undefined && <pre className={style['source']}>{text}</pre>}
    </div>
  );
}
