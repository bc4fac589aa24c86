import type { ReactNode } from 'react';
import type { IncidentStory } from '../../client/types.ts';
import { count, ms } from '../../say/numbers.ts';
import { precise } from '../../say/times.ts';
import type { State } from '../../ui/state.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { useWords } from '../../words/language.tsx';
import { pastWords } from '../../words/past.ts';
import { Decision } from './decision.tsx';
import style from './incident.module.css';

/** What followed on what, to the millisecond. */
export function Timeline({ story: { incident, lostPacketsAbout } }: { readonly story: IncidentStory }) {
  const say = useWords(pastWords);
  const { from, until, evidence, decision, back, flows, causes, unseen } = incident;
  const byLink = !evidence || causes[0] === 'carrier' || causes[0] === 'forced';
  return (
    <ol className={style['timeline']}>
      <Step state="down" title={say.noticed} time={from}>
        <p>
          {byLink
            ? say.byLink
            : say.bySilence(ms(evidence.silentMs), evidence.lost, evidence.asked.join(', '))}
        </p>
        {lostPacketsAbout !== undefined && <p>{say.lostPackets(count(lostPacketsAbout))}</p>}
        {unseen.start && <p>{say.unseenStart}</p>}
      </Step>
      <Step state="degraded" title={say.decided} time={decision?.time}>
        {decision ? <Decision decision={decision} /> : <p>{say.notDecided}</p>}
      </Step>
      <Step state="degraded" title={say.flows}>
        <p>{flows ? say.flowsText(flows.reset, flows.begunAnew) : say.noFlows}</p>
      </Step>
      <Step state={until === undefined ? 'unknown' : 'up'} title={say.back} time={until}>
        <p>{until === undefined ? say.notBack : say.backText}</p>
        {back && <Decision decision={back} />}
        {unseen.end && <p>{say.unseenEnd}</p>}
      </Step>
    </ol>
  );
}

function Step({
  state,
  title,
  time,
  children,
}: {
  readonly state: State;
  readonly title: string;
  readonly time?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <StateMark state={state} />
      <div>
        <h2>
          {title}
          {time !== undefined && <time dateTime={time}>{precise(time)}</time>}
        </h2>
        {children}
      </div>
    </li>
  );
}
