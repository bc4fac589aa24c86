/** What is asked of the lines, and when: times in ms since the first connection. */
export interface SharesLog {
  /** The ISP whose rate changes, and all of them. */
  readonly isp: string;
  readonly isps: readonly string[];
  readonly loweredMs: number;
  readonly raisedMs: number;
  readonly endMs: number;
  /** The shares in force, as the gateway says them, each second. */
  readonly shares: readonly { readonly atMs: number; readonly by: Readonly<Record<string, number>> }[];
  /** Pages that were fetched whole, by the ISP and the five seconds in which the connection was opened. */
  readonly opened: readonly { readonly atMs: number; readonly by: Readonly<Record<string, number>> }[];
  /** Pages that were not. */
  readonly broken: readonly {
    readonly atMs: number;
    readonly isp: string | undefined;
    readonly why: string;
  }[];
  /** Connections that stay open all the time, by what became of them. */
  readonly sessions: Readonly<Record<'alive' | 'broken' | 'hung', number>>;
}

/** Rates of every line, bit/s of whole frames; one of them has `lowered` for a while. */
export const rates = { usual: 8_000_000, lowered: 2_000_000, upload: 4_000_000 } as const;

/** Full frames that wait at the limit: 100 ms at the usual rate. */
export const queueFrames = 67;

/** A share follows when it has gone half of the way, or lies this near to the exact one, after so long. */
export const following = { withinMs: 30_000, part: 0.5, near: 0.05 } as const;

/** Who stands still for longer has measured nothing: the machine was suspended, or has far too much to do. */
export const longestStillMs = 5000;

/** A share turns when it comes back by more than this: as a factor, and as a part of one. */
export const turning = { factor: 1.6, share: 0.04 } as const;

/** What the line that changes can, as a part of what all can. */
export const exactShare = ({ isps }: Pick<SharesLog, 'isps'>, ownBps: number): number =>
  ownBps / (ownBps + (isps.length - 1) * rates.usual);
