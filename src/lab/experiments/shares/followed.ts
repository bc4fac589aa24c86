import { exactShare, following, rates, type SharesLog, turning } from './data.ts';

/** How the share of the line went after its rate had changed. */
export interface Followed {
  readonly change: 'lowered' | 'raised';
  readonly from: number;
  readonly exact: number;
  /** When the time was over. */
  readonly inTime: number;
  readonly last: number;
  /** Half of the way was gone, ms after the change; undefined: it never was. */
  readonly halfMs: number | undefined;
  readonly isInTime: boolean;
  readonly turns: boolean;
}

/** After each of the two changes. */
export const changesOf = (log: SharesLog): readonly Followed[] => [
  followed(log, 'lowered', log.loweredMs, log.raisedMs),
  followed(log, 'raised', log.raisedMs, log.endMs),
];

function followed(log: SharesLog, change: Followed['change'], changeMs: number, endMs: number): Followed {
  const shareAt = (until: number): number =>
    log.shares.findLast(({ atMs }) => atMs <= until)?.by[log.isp] ?? 0;
  const exact = exactShare(log, rates[change === 'lowered' ? 'lowered' : 'usual']);
  const [from, inTime] = [shareAt(changeMs), shareAt(changeMs + following.withinMs)];
  const isThere = (share: number): boolean =>
    Math.abs(exact - share) <= following.near || (share - from) / (exact - from) >= following.part;
  const after = log.shares.filter(({ atMs }) => atMs > changeMs && atMs <= endMs);
  const half = after.find(({ by }) => isThere(by[log.isp] ?? 0));
  return {
    ...{ change, from, exact, inTime, last: shareAt(endMs) },
    halfMs: half && half.atMs - changeMs,
    isInTime: isThere(inTime),
    turns: isTurning(after.map(({ by }) => by[log.isp] ?? 0)),
  };
}

const isFar = (a: number, b: number): boolean =>
  Math.max(a, b) > turning.factor * Math.min(a, b) && Math.abs(a - b) > turning.share;

/** Does it go down and up again by more than a little, or up and down? */
export function isTurning(shares: readonly number[]): boolean {
  return shares.some((share, i) => {
    const [before, after] = [shares.slice(0, i), shares.slice(i + 1)];
    const isPeak = isFar(share, Math.min(share, ...before)) && isFar(share, Math.min(share, ...after));
    const isValley = isFar(share, Math.max(share, ...before)) && isFar(share, Math.max(share, ...after));
    return isPeak || isValley;
  });
}

/** The longest time between two of them, which are in order. */
export const longestGap = (times: readonly number[]): number =>
  Math.max(0, ...times.slice(1).map((time, i) => time - (times[i] ?? time)));
