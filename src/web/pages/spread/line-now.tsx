import { useLive } from '../../live/live-context.tsx';
import { percent } from '../../say/numbers.ts';
import { Meter } from '../../ui/meter.tsx';
import { askWords } from '../../words/ask.ts';
import { useWords } from '../../words/language.tsx';
import { overviewWords } from '../../words/overview.ts';
import style from './line-now.module.css';

/** What part of the connections a line has now, and how full it is, in the colours of queues. */
export function LineNow({ line }: { readonly line: string }) {
  const say = useWords(askWords);
  const wan = useLive(live => live.wans?.find(({ name }) => name === line));
  const rates = useLive(live => live.rates[line]) ?? wan?.rate;
  if (!wan) return null;
  const { limit } = wan;
  return (
    <div className={style['now']}>
      <span>{say.shareNow(percent(wan.share?.measured))}</span>
      <Full way="download" now={rates?.receivedBitsPerSecond} limit={limit?.receivedBitsPerSecond} />
      <Full way="upload" now={rates?.sentBitsPerSecond} limit={limit?.sentBitsPerSecond} />
    </div>
  );
}

function Full({
  way,
  now,
  limit,
}: {
  readonly way: 'download' | 'upload';
  readonly now: number | undefined;
  readonly limit: number | undefined;
}) {
  const say = useWords(overviewWords);
  const share = now === undefined || !limit ? undefined : now / limit;
  return (
    <div className={style['way']}>
      <span>{say[way]}</span>
      <Meter share={share} label={say[way]} text={percent(share)} />
      <span className={style['figure']} title={limit ? undefined : say.noLimit}>
        {percent(share)}
      </span>
    </div>
  );
}
