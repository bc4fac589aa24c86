import type { ShareReason } from '../../../health/index.ts';

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const mbps = (bps: number): string => `${(bps / 1e6).toFixed(bps < 1e7 ? 1 : 0)} Mbit/s`;

/** `ether1 50 → 34 % (full with 20 Mbit/s)`. */
export function shareReasonText(reason: ShareReason): string {
  const moved = `${reason.line} ${percent(reason.from)} → ${percent(reason.to)}`;
  switch (reason.kind) {
    case 'full':
      return `${moved} (full with ${mbps(reason.deliveredBps)})`;
    case 'carries-more':
      return `${moved} (carries ${mbps(reason.deliveredBps)} and is not full)`;
    case 'spills':
      return `${moved} (full, another line is not)`;
    case 'no-longer-full':
      return `${moved} (no longer full)`;
    case 'lossy':
      return `${moved} (loses ${percent(reason.loss)} of its probes)`;
    case 'others':
      return moved;
  }
}
