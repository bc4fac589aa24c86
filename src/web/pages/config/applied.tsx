import { useRef } from 'react';
import type { Schemas } from '../../api/index.ts';
import { useLive } from '../../live/live-context.tsx';
import { FindingsList } from '../../parts/index.ts';
import { SavedText } from '../../ui/saved-text.tsx';
import { askWords } from '../../words/ask.ts';
import { useWords } from '../../words/language.tsx';
import style from './config.module.css';

/** What came of applying, as it is now: a trial may have ended since. */
export function Applied({
  applied,
  inForce,
}: {
  readonly applied: Schemas['ConfigApplied'];
  /** Hash of what is in force now. */
  readonly inForce: string;
}) {
  const say = useWords(askWords);
  const isOnTrial = useLive(live => live.status?.trial?.hash === applied.hash);
  // Its trial is told a moment after; once it was seen and is gone, it was confirmed.
  const seen = useRef(false);
  if (isOnTrial) seen.current = true;
  const { accepted, hash, until, changes, refused, diagnostics, saved } = applied;
  if (accepted && hash !== inForce)
    return (
      <p className={style['verdict']} role="status">
        {say.notInForce}
      </p>
    );
  const holds = until !== undefined && (isOnTrial || !seen.current) ? say.onTrial : say.applied;
  return (
    <div className={style['stack']} role="status">
      <p className={style['verdict']} data-tone={accepted ? 'good' : 'bad'}>
        {accepted ? holds : say.notApplied}
      </p>
      {saved && (
        <p>
          <SavedText saved={saved} />
        </p>
      )}
      {!accepted && <FindingsList findings={diagnostics} text="" />}
      <Lines title={say.refusedByMachine} lines={refused} />
      <Lines title={say.changesOfKernel} lines={changes} />
    </div>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>
        {title} ({lines.length})
      </summary>
      <ul className={style['lines']}>
        {[...new Set(lines)].map(line => (
          <li key={line}>
            <code>{line}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
