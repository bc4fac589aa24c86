import { type QuoteOf, quoteFrom, Way, type WayView } from '../../parts/index.ts';
import { useWords } from '../../words/language.tsx';
import style from '../answer.module.css';
import { AnswerFrame } from '../answer-frame.tsx';
import { RestsOn } from '../rests-on.tsx';
import { useAnswer } from '../use-answer.ts';
import { playWords } from '../words.ts';
import type { Answers } from '../work/answer.ts';
import type { PacketForm } from '../work/questions.ts';
import { ExplainForm } from './explain-form.tsx';
import { limits, type TabProps } from './tab.ts';

type Explained = Answers['explain']['answer'];

/** What becomes of a packet. */
export function ExplainTab({
  asked,
  goTo,
  interfaces,
  packet,
  ask,
  form,
}: TabProps & {
  readonly interfaces: readonly string[];
  readonly packet: PacketForm | undefined;
  /** What stands in the form at first. */
  readonly form: PacketForm;
  readonly ask: (packet: PacketForm) => void;
}) {
  const say = useWords(playWords);
  const asking = useAnswer(packet && ({ ...asked, kind: 'explain', packet } as const), limits.explain);
  const quote = quoteFrom(asked.text);
  return (
    <div className={style['answer']}>
      <ExplainForm first={form} interfaces={interfaces} ask={ask} />
      <AnswerFrame asking={asking} idle={<p className={style['muted']}>{say.fillPacket}</p>}>
        {({ answer, asV6 }) => (
          <div className={style['answer']}>
            <Explained answer={answer} quote={quote} goTo={goTo} />
            {asV6 && (
              <section className={style['answer']}>
                <h2>{say.otherReading}</h2>
                <Explained answer={asV6} quote={quote} goTo={goTo} />
              </section>
            )}
          </div>
        )}
      </AnswerFrame>
    </div>
  );
}

interface Shown {
  readonly quote: QuoteOf;
  readonly goTo: TabProps['goTo'];
}

function Explained({ answer, ...shown }: Shown & { readonly answer: Explained }) {
  const say = useWords(playWords);
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
      {'moments' in answer ? <Moments answer={answer} {...shown} /> : <WaysOf answer={answer} {...shown} />}
      <RestsOn lines={[...('notes' in answer && answer.notes ? answer.notes : []), ...assumptions]} />
    </>
  );
}

type WithWays = Exclude<Explained, { readonly moments: unknown }>;
type WithMoments = Extract<Explained, { readonly moments: unknown }>;

const percent = (share: number | undefined): string => `${((share ?? 0) * 100).toFixed(1)} %`;

function WaysOf({ answer: { ways, replies, directReply }, ...shown }: Shown & { readonly answer: WithWays }) {
  const say = useWords(playWords);
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
  const say = useWords(playWords);
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

function Moments({ answer: { moments, wan }, ...shown }: Shown & { readonly answer: WithMoments }) {
  const say = useWords(playWords);
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
