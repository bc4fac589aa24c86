import { Button } from '@mantine/core';
import { useWords } from '../../words/language.tsx';
import { CopyButton } from '../copy-button.tsx';
import { DiffView } from '../diff/index.ts';
import type { FindingView, FixView } from '../views.ts';
import { partWords } from '../words.ts';
import { withEdits } from './edits.ts';
import style from './findings.module.css';

/** What can be done about findings; what is absent is not offered. */
export interface FindingActions {
  readonly goTo?: ((line: number, endLine?: number) => void) | undefined;
  readonly apply?: ((text: string, finding: FindingView) => void) | undefined;
  /** Opens the page of a rule; undefined for a finding that has none. */
  readonly about?: ((id: string) => (() => void) | undefined) | undefined;
}

export function Finding({
  finding,
  text,
  goTo,
  apply,
  about,
}: FindingActions & { readonly finding: FindingView; readonly text: string }) {
  const say = useWords(partWords);
  const { id, severity, confidence, what, why, counterExample, related = [], fix } = finding;
  const open = about?.(id);
  return (
    <li className={`${style['finding']} ${style[severity]}`}>
      <details>
        <summary>
          <span className={style['mark']} aria-hidden="true" />
          <span className={style['what']}>
            <span className={style['kind']}>{say[severity]}</span> {what}
          </span>
          <span className={style['place']}>{say.line(finding.line)}</span>
        </summary>
        <div className={style['more']}>
          {why && <p>{why}</p>}
          {counterExample && (
            <p>
              <strong>{say.packet}.</strong> {counterExample}
            </p>
          )}
          {finding.do && (
            <p>
              <strong>{say.todo}.</strong> {finding.do}
            </p>
          )}
          {related.map(note => (
            <p key={note.text} className={style['note']}>
              {note.text} {note.line !== undefined && goTo && <LineLink line={note.line} goTo={goTo} />}
            </p>
          ))}
          {fix && <Fix fix={fix} text={text} apply={apply && (after => apply(after, finding))} />}
          <p className={style['foot']}>
            {goTo && <LineLink line={finding.line} endLine={finding.endLine} goTo={goTo} />}
            {open ? (
              <button type="button" className={style['link']} onClick={open}>
                {say.about}: {id}
              </button>
            ) : (
              <span>{id}</span>
            )}
            {confidence !== 'certain' && <span>{say[confidence]}</span>}
          </p>
        </div>
      </details>
    </li>
  );
}

export function LineLink({
  line,
  endLine,
  goTo,
}: {
  readonly line: number;
  readonly endLine?: number | undefined;
  readonly goTo: (line: number, endLine?: number) => void;
}) {
  const say = useWords(partWords);
  return (
    <button type="button" className={style['link']} onClick={() => goTo(line, endLine)}>
      {say.line(line)}
    </button>
  );
}

function Fix({
  fix: { edits, commands, isSafe, note },
  text,
  apply,
}: {
  readonly fix: FixView;
  readonly text: string;
  readonly apply: ((after: string) => void) | undefined;
}) {
  const say = useWords(partWords);
  const after = edits.length > 0 ? withEdits(text, edits) : text;
  return (
    <div className={style['fix']}>
      {edits.length > 0 && (
        <>
          <header>
            <strong>{say.fixTitle}</strong>
            {apply && <Button onClick={() => apply(after)}>{say.apply}</Button>}
          </header>
          <DiffView before={text} after={after} />
        </>
      )}
      {edits.length === 0 && commands.length > 0 && (
        <>
          <header>
            <strong>{say.fixLines}</strong>
            <CopyButton text={`${commands.join('\n')}\n`} />
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard */}
          <pre tabIndex={0}>{commands.join('\n')}</pre>
        </>
      )}
      {(note ?? (isSafe && edits.length > 0)) && <p className={style['note']}>{note ?? say.fixSafe}</p>}
    </div>
  );
}
