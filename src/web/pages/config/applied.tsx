import type { Schemas } from '../../api/index.ts';
import { FindingsList } from '../../parts/index.ts';
import { askWords } from '../../words/ask.ts';
import { useWords } from '../../words/language.tsx';
import style from './config.module.css';

/** What came of applying. */
export function Applied({ applied }: { readonly applied: Schemas['ConfigApplied'] }) {
  const say = useWords(askWords);
  const { accepted, until, changes, refused, diagnostics } = applied;
  const inForce = until === undefined ? say.applied : say.onTrial;
  return (
    <div className={style['stack']} role="status">
      <p className={style['verdict']} data-tone={accepted ? 'good' : 'bad'}>
        {accepted ? inForce : say.notApplied}
      </p>
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
