import style from '../../parts/answer/answer.module.css';
import { answerWords, Explained } from '../../parts/answer/index.ts';
import { PacketFields, type PacketForm, quoteFrom } from '../../parts/index.ts';
import { useWords } from '../../words/language.tsx';
import { AnswerFrame } from '../answer-frame.tsx';
import { useAnswer } from '../use-answer.ts';
import { limits, type TabProps } from './tab.ts';

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
  const say = useWords(answerWords);
  const asking = useAnswer(packet && ({ ...asked, kind: 'explain', packet } as const), limits.explain);
  const quote = quoteFrom(asked.text);
  return (
    <div className={style['answer']}>
      <PacketFields first={form} interfaces={interfaces} ask={ask} />
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
