import type { ShareReason } from '../../../health/index.ts';
import { reason as text } from '../reasons.ts';

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const mbps = (bps: number): string => `${(bps / 1e6).toFixed(bps < 1e7 ? 1 : 0)} Mbit/s`;

/** `ether1 50 → 34 % (full at 20 Mbit/s)`. */
export function shareReasonText(reason: ShareReason): string {
  const moved = `${reason.line} ${percent(reason.from)} → ${percent(reason.to)}`;
  const because = (why: string): string => `${moved} (${why})`;
  switch (reason.kind) {
    case 'full':
      return because(text('full', { rate: mbps(reason.deliveredBps) }));
    case 'carries-more':
      return because(text('carriesMore', { rate: mbps(reason.deliveredBps) }));
    case 'spills':
      return because(text('spills'));
    case 'no-longer-full':
      return because(text('noLongerFull'));
    case 'lossy':
      return because(text('lossy', { part: percent(reason.loss) }));
    case 'others':
      return moved;
  }
}
