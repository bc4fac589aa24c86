import type { Wan } from '../../client/types.ts';
import { type Measure, recentLength } from '../../live/live.ts';
import { useLive } from '../../live/live-context.tsx';
import { ms, percent, rate } from '../../say/numbers.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { StateWord } from '../../ui/state-mark.tsx';
import { labWords } from '../../words/lab.ts';
import { useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import { stateWords } from '../../words/states.ts';
import style from './lab.module.css';

const nothing: readonly undefined[] = [];

/** How the gateway takes it, as it happens. */
export function LiveLine({ wan }: { readonly wan: Wan }) {
  const say = useWords(overviewWords);
  const states = useWords(stateWords);
  const lab = useWords(labWords);
  return (
    <section className={style['live']} aria-label={`${lab.gatewaySays}: ${wan.label}`}>
      <header>
        <h3>{lab.gatewaySays}</h3>
        <StateWord state={wan.state}>{states[wan.state]}</StateWord>
      </header>
      {wan.state !== 'up' && <p className={style['weak']}>{wan.why}</p>}
      <dl className={style['lines']}>
        <Live wan={wan} what="receivedBitsPerSecond" label={say.download} say={rate} least={1e5} />
        <Live wan={wan} what="sentBitsPerSecond" label={say.upload} say={rate} least={1e5} />
        <Live wan={wan} what="rttMs" label={say.rtt} say={ms} least={10} />
        <Live wan={wan} what="loss" label={say.loss} say={percent} least={0.1} bad />
      </dl>
    </section>
  );
}

function Live({
  wan,
  what,
  label,
  say,
  least,
  bad = false,
}: {
  readonly wan: Wan;
  readonly what: Measure;
  readonly label: string;
  readonly say: (value: number | undefined) => string;
  readonly least: number;
  readonly bad?: boolean;
}) {
  const values = useLive(live => live.recent[wan.name]?.[what]) ?? nothing;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Sparkline values={values} length={recentLength} least={least} bad={bad} />
      </dd>
      <dd>{say(values.at(-1))}</dd>
    </div>
  );
}
