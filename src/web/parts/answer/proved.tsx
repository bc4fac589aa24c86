import { useWords } from '../../words/language.tsx';
import { CopyButton } from '../copy-button.tsx';
import type { ProofView } from '../views.ts';
import { lineOf, type QuoteOf, Way } from '../way/index.ts';
import style from './answer.module.css';
import { RestsOn } from './rests-on.tsx';
import { answerWords } from './words.ts';

const tones = {
  holds: 'good',
  violated: 'bad',
  depends: 'open',
  'partly-judged': 'open',
  'not-judged': 'open',
} as const;

interface Shown {
  readonly quote: QuoteOf;
  readonly goTo?: ((line: number, endLine?: number) => void) | undefined;
}

/** What holds of every packet, what does not, and lines that mend it. */
export function Proved({ proof, ...shown }: Shown & { readonly proof: ProofView }) {
  const say = useWords(answerWords);
  const { verdict, answer, invariants, defects, violations, remarks, leftOvers, assumptions } = proof;
  return (
    <>
      <h2 className={style['verdict']} data-tone={tones[verdict]}>
        {answer}
      </h2>
      {defects.length + violations.length > 0 && (
        <ul className={style['items']}>
          {defects.map(one => (
            <DefectView key={`${one.invariant}:${one.sentence}`} defect={one} {...shown} />
          ))}
          {violations.map(one => (
            <ViolationView key={`${one.invariant}:${one.sentence}`} violation={one} {...shown} />
          ))}
        </ul>
      )}
      <Invariants invariants={invariants} />
      {remarks.length + leftOvers.length > 0 && (
        <details className={style['rests']}>
          <summary>
            {say.remarks} ({remarks.length + leftOvers.length})
          </summary>
          <ul>
            {[...new Set([...remarks, ...leftOvers].map(({ sentence }) => sentence))].map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <RestsOn lines={[...proof.notAsked, ...assumptions]} />
    </>
  );
}

function Invariants({ invariants }: { readonly invariants: ProofView['invariants'] }) {
  const say = useWords(answerWords);
  const heads = {
    violated: say.violations,
    depends: say.depends,
    holds: say.holds,
    'not-judged': say.notJudged,
  };
  return (
    <div className={style['card']}>
      {(['violated', 'depends', 'holds', 'not-judged'] as const).map(kind => {
        const of = invariants.filter(({ verdict }) => verdict === kind);
        return of.length === 0 ? null : (
          <div key={kind} className={style['row']}>
            <strong>{heads[kind]}</strong>
            {of.map(({ invariant, why }) => (
              <span key={invariant} className={style['tag']} data-tone={tones[kind]} title={why}>
                {invariant}
              </span>
            ))}
          </div>
        );
      })}
    </div>
  );
}

function DefectView({
  defect: { invariant, sentence, places, remedy },
  goTo,
}: Pick<Shown, 'goTo'> & { readonly defect: ProofView['defects'][number] }) {
  return (
    <li className={style['card']}>
      <p>
        <span className={style['tag']} data-tone="bad">
          {invariant}
        </span>{' '}
        {sentence}
      </p>
      <Places places={places} goTo={goTo} />
      {remedy && <RemedyView lines={remedy.lines} />}
    </li>
  );
}

function Places({ places, goTo }: Pick<Shown, 'goTo'> & { readonly places: readonly string[] }) {
  return (
    <p className={style['row']}>
      {places.map(place => {
        const line = lineOf(place);
        return line === undefined ? null : (
          <button key={place} type="button" className={style['link']} onClick={() => goTo?.(line)}>
            {place}
          </button>
        );
      })}
    </p>
  );
}

function ViolationView({
  violation,
  ...shown
}: Shown & { readonly violation: ProofView['violations'][number] }) {
  const say = useWords(answerWords);
  const { invariant, verdict, sentence, fault, remedy, walk } = violation;
  return (
    <li className={style['card']}>
      <p>
        <span className={style['tag']} data-tone={tones[verdict]}>
          {invariant}
        </span>{' '}
        {fault && <FaultTag interface={fault.interface} kind={fault.kind} />} {sentence}
      </p>
      {remedy && <RemedyView lines={remedy.lines} />}
      <details className={style['item']}>
        <summary>{say.example}</summary>
        <Way way={walk} {...shown} />
      </details>
    </li>
  );
}

function FaultTag({ interface: name, kind }: { readonly interface: string; readonly kind: string }) {
  const say = useWords(answerWords);
  const how = { unplugged: say.howDown, gateway: say.howGateway, upstream: say.howDead }[kind] ?? kind;
  return (
    <span className={style['tag']}>
      {name}: {how}
    </span>
  );
}

function RemedyView({ lines }: { readonly lines: readonly string[] }) {
  const say = useWords(answerWords);
  return (
    <div className={style['answer']} style={{ gap: 'var(--space-2)' }}>
      <div className={style['row']}>
        <strong>{say.remedy}</strong>
        <CopyButton text={`${lines.join('\n')}\n`} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled by keyboard */}
      <pre className={style['source']} tabIndex={0}>
        {lines.join('\n')}
      </pre>
    </div>
  );
}
