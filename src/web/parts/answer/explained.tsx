import { useWords } from '../../words/language.tsx';
import type { ExplanationView, WayView } from '../views.ts';
import { type QuoteOf, Way } from '../way/index.ts';
import style from './answer.module.css';
import { RestsOn } from './rests-on.tsx';
import { answerWords } from './words.ts';

interface Shown {
  readonly quote: QuoteOf;
  readonly goTo?: ((line: number, endLine?: number) => void) | undefined;
}

/** What becomes of a packet: the answer, each way that it may go, and what that rests on. */
export function Explained({ answer, ...shown }: Shown & { readonly answer: ExplanationView }) {
  const say = useWords(answerWords);
  const { head, points, assumptions } = answer;
  return (
    <>
      {head.map(line => (
        <h2 key={line} className={style['verdict']}>
          {line}
        </h2>
      ))}
      {points.length > 0 && (
        <ul className={style['items']}>
          {points.map(point => (
            <li key={point.id}>
              <span className={style['tag']} data-tone="open">
                {say.openPoints}
              </span>{' '}
              {point.what}
            </li>
          ))}
        </ul>
      )}
      {answer.moments ? <Moments answer={answer} {...shown} /> : <WaysOf answer={answer} {...shown} />}
      <RestsOn lines={[...(answer.notes ?? []), ...assumptions]} />
    </>
  );
}

const percent = (share: number | undefined): string => `${((share ?? 0) * 100).toFixed(1)} %`;

function WaysOf({
  answer: { ways = [], replies = [], directReply },
  ...shown
}: Shown & { readonly answer: ExplanationView }) {
  const say = useWords(answerWords);
  return (
    <>
      <Ways ways={ways} {...shown} />
      {replies.length > 0 && (
        <section className={style['answer']}>
          <h2>{say.theAnswer}</h2>
          <p>{replies[0]?.answer}</p>
          <Ways ways={replies} {...shown} />
        </section>
      )}
      {directReply !== undefined && (
        <p>
          <strong>{say.theAnswer}:</strong> {directReply}
        </p>
      )}
    </>
  );
}

/** The likeliest way open, the others to be opened. */
function Ways({ ways: [first, ...others], ...shown }: Shown & { readonly ways: readonly WayView[] }) {
  const say = useWords(answerWords);
  if (!first) return null;
  return (
    <>
      <div className={style['card']}>
        {others.length > 0 && (
          <p className={style['muted']}>
            {say.likeliest} ({percent(first.share)}
            {conditionsOf(first) && `, ${say.where(conditionsOf(first))}`})
          </p>
        )}
        <Way way={first} {...shown} />
      </div>
      {others.map((way, index) => (
        <details key={index} className={style['card']}>
          <summary>
            {say.otherWay(percent(way.share))}
            {conditionsOf(way) && `, ${say.where(conditionsOf(way))}`}: {way.answer}
          </summary>
          <Way way={way} {...shown} />
        </details>
      ))}
    </>
  );
}

const conditionsOf = ({ when = [] }: WayView): string =>
  when.map(({ point, answer }) => `${point}=${answer}`).join(', ');

function Moments({
  answer: { moments = [], wan = '' },
  ...shown
}: Shown & { readonly answer: ExplanationView }) {
  const say = useWords(answerWords);
  const heads = { before: say.before, during: say.during(wan), after: say.after(wan) };
  return (['before', 'during', 'after'] as const).map(when => (
    <section key={when} className={style['answer']}>
      <h2>{heads[when]}</h2>
      {moments
        .filter(one => one.when === when)
        .map((one, index) => (
          <details key={index} className={style['card']}>
            <summary>{one.answer}</summary>
            <Way way={{ ...one, when: [] }} {...shown} />
          </details>
        ))}
    </section>
  ));
}
