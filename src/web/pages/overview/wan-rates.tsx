import type { Wan } from '../../client/types.ts';
import { useLive } from '../../live/live-context.tsx';
import { percent, rate } from '../../say/numbers.ts';
import { Meter } from '../../ui/meter.tsx';
import { useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import style from './wan-card.module.css';

/** What it carries each way against what the text says that it can. */
export function WanRates({ wan }: { readonly wan: Wan }) {
  const say = useWords(overviewWords);
  const now = useLive(live => live.rates[wan.name]) ?? wan.rate;
  const { limit } = wan;
  return (
    <dl className={style['rates']}>
      <Way label={say.download} now={now?.receivedBitsPerSecond} limit={limit?.receivedBitsPerSecond} />
      <Way label={say.upload} now={now?.sentBitsPerSecond} limit={limit?.sentBitsPerSecond} />
    </dl>
  );
}

function Way({
  label,
  now,
  limit,
}: {
  readonly label: string;
  readonly now: number | undefined;
  readonly limit: number | undefined;
}) {
  const say = useWords(overviewWords);
  const share = now === undefined || !limit ? undefined : now / limit;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Meter share={share} label={label} text={percent(share)} />
      </dd>
      <dd className={style['text']}>
        {limit ? say.ofLimit(rate(now), rate(limit)) : <span title={say.noLimit}>{rate(now)}</span>}
      </dd>
    </div>
  );
}
