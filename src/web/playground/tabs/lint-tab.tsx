import { Button } from '@mantine/core';
import { useState } from 'react';
import style from '../../parts/answer/answer.module.css';
import { RestsOn } from '../../parts/answer/index.ts';
import { CopyButton, DiffView, FindingsList } from '../../parts/index.ts';
import { useWords } from '../../words/language.tsx';
import { AnswerFrame } from '../answer-frame.tsx';
import type { Answers } from '../asking/answer.ts';
import { hasPage } from '../rule-page/pages.ts';
import { type Asking, useAnswer } from '../use-answer.ts';
import { playWords } from '../words.ts';
import { limits, type TabProps } from './tab.ts';

/** What is wrong, why, and what mends it. */
export function LintTab({
  asking,
  openRule,
  ...props
}: TabProps & { readonly asking: Asking<'lint'>; readonly openRule: (id: string) => void }) {
  const [level, setLevel] = useState<'safe' | 'all'>();
  return (
    <AnswerFrame asking={asking}>
      {answer => (
        <div className={style['answer']}>
          <Head answer={answer} />
          {!answer.isIntent && answer.findings.some(({ fix }) => fix && fix.edits.length > 0) && (
            <Mending level={level} choose={setLevel} {...props} />
          )}
          <FindingsList
            findings={answer.findings}
            text={props.asked.text}
            goTo={props.goTo}
            apply={text => props.takeText(text)}
            about={id => (hasPage(id) ? () => openRule(id) : undefined)}
          />
          <RestsOn lines={restsOn(answer)} />
        </div>
      )}
    </AnswerFrame>
  );
}

function Head({ answer }: { readonly answer: Answers['lint'] }) {
  const say = useWords(playWords);
  const { verdict, findings, context, isIntent, notUnderstood, statements, suppressed } = answer;
  const worst = findings[0]?.severity;
  const tone = worst === 'error' ? 'bad' : worst === 'warning' ? 'open' : 'good';
  return (
    <>
      <h2 className={style['verdict']} data-tone={tone}>
        {verdict}
      </h2>
      <p className={style['facts']}>
        <span>{isIntent ? say.readAsIntent : say.readAs(context.version)}</span>
        {context.roles.map(({ interface: name, role }) => (
          <span key={`${name}:${role}`}>
            {role === 'tunnel' ? role : role.toUpperCase()} {name}
          </span>
        ))}
        {notUnderstood > 0 && <span>{say.notUnderstood(notUnderstood, statements)}</span>}
        {suppressed > 0 && <span>{say.suppressed(suppressed)}</span>}
      </p>
    </>
  );
}

const restsOn = ({
  context: { evidence, roles, known, assumptions },
}: Answers['lint']): readonly string[] => [
  ...evidence,
  ...roles.map(({ interface: name, evidence: because }) => `${name}: ${because}`),
  ...known,
  ...assumptions,
];

function Mending({
  level,
  choose,
  asked,
  takeText,
}: TabProps & {
  readonly level: 'safe' | 'all' | undefined;
  readonly choose: (level: 'safe' | 'all' | undefined) => void;
}) {
  const say = useWords(playWords);
  const asking = useAnswer(level && ({ ...asked, kind: 'mend', level } as const), limits.mend);
  return (
    <div className={level ? style['card'] : style['row']}>
      <div className={style['row']}>
        <Button variant={level === 'safe' ? 'filled' : 'default'} onClick={() => choose('safe')}>
          {say.mend}
        </Button>
        <Button variant={level === 'all' ? 'filled' : 'default'} onClick={() => choose('all')}>
          {say.mendAll}
        </Button>
        {level && (
          <Button variant="subtle" color="gray" onClick={() => choose(undefined)}>
            {say.close}
          </Button>
        )}
      </div>
      {level && (
        <AnswerFrame asking={asking}>
          {({ text, applied, leftOut }) => (
            <div className={style['answer']}>
              <p>
                <strong>{say.mended(applied.length, leftOut.length)}.</strong> {say.mendHow}
              </p>
              <div className={style['row']}>
                <Button
                  disabled={text === asked.text}
                  onClick={() => {
                    choose(undefined);
                    takeText(text);
                  }}
                >
                  {say.takeText}
                </Button>
                <CopyButton text={text} label={say.copyText} />
              </div>
              <DiffView before={asked.text} after={text} />
            </div>
          )}
        </AnswerFrame>
      )}
    </div>
  );
}
