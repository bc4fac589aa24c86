import type { Wan } from '../../client/types.ts';
import { type Measure, recentLength } from '../../live/live.ts';
import { useLive } from '../../live/live-context.tsx';
import { ms, percent } from '../../say/numbers.ts';
import { Sparkline } from '../../ui/sparkline.tsx';
import { useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import style from './wan-card.module.css';

/** Round trip, its jitter and loss: now as numbers, the last two minutes as lines. */
export function WanQuality({ wan }: { readonly wan: Wan }) {
  const say = useWords(overviewWords);
  const now = useLive(live => live.rates[wan.name]) ?? wan;
  return (
    <dl className={style['quality']}>
      <Measured name={wan.name} what="rttMs" label={say.rtt} text={ms(now.rttMs)} least={10} />
      <Measured name={wan.name} what="jitterMs" label={say.jitter} text={ms(now.jitterMs)} least={5} />
      <Measured name={wan.name} what="loss" label={say.loss} text={percent(now.loss)} least={0.1} bad />
    </dl>
  );
}

const nothing: readonly undefined[] = [];

function Measured({
  name,
  what,
  label,
  text,
  least,
  bad = false,
}: {
  readonly name: string;
  readonly what: Measure;
  readonly label: string;
  readonly text: string;
  readonly least: number;
  readonly bad?: boolean;
}) {
  const values = useLive(live => live.recent[name]?.[what]) ?? nothing;
  return (
    <div>
      <dt>{label}</dt>
      <dd className={style['value']}>{text}</dd>
      <dd>
        <Sparkline values={values} length={recentLength} least={least} bad={bad} />
      </dd>
    </div>
  );
}
