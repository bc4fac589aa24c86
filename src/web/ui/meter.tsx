import style from './meter.module.css';

/** Used of a limit, in the colours of RouterOS's queues: green to 50 %, yellow to 75 %, red above. */
export const levelOf = (share: number): 'low' | 'middle' | 'high' =>
  share <= 0.5 ? 'low' : share <= 0.75 ? 'middle' : 'high';

export function Meter({
  share,
  label,
  text,
}: {
  readonly share: number | undefined;
  readonly label: string;
  readonly text: string;
}) {
  if (share === undefined) return <span className={style['meter']} data-level="none" aria-hidden="true" />;
  const width = `${Math.min(100, share * 100).toFixed(1)}%`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers draw a meter in colours of their own
    <span
      className={style['meter']}
      data-level={levelOf(share)}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(Math.min(1, share) * 100)}
      aria-valuetext={text}
    >
      <span className={style['fill']} style={{ width }} />
    </span>
  );
}
