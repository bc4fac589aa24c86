import { memo } from 'react';
import type { Recent } from '../live/ring.ts';
import { sparkPath, topOf } from './spark-path.ts';
import style from './sparkline.module.css';

const box = { width: 120, height: 28 };

/** The last values as a line; the number itself stands beside it. */
export const Sparkline = memo(function Sparkline({
  values,
  length,
  least = 1,
  bad = false,
}: {
  readonly values: Recent;
  readonly length: number;
  /** The scale reaches this at least. */
  readonly least?: number;
  /** What it shows is loss: drawn in the colour of what is wrong. */
  readonly bad?: boolean;
}) {
  const path = sparkPath(values, { ...box, length, top: topOf(values, least) });
  return (
    <svg
      className={style['spark']}
      data-bad={(bad && values.some(value => value !== undefined && value > 0)) || undefined}
      viewBox={`0 -1 ${box.width} ${box.height + 2}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d={`M0 ${box.height}H${box.width}`} className={style['ground']} />
      <path d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  );
});
