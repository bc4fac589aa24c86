/** How a trial ends, as far as it is compared. */
export interface Fate {
  /** What was sent arrived where it shall. */
  readonly reached: boolean;
  /** The ISP by which the answer leaves, or the connection goes; empty: there is none, or it is not asked. */
  readonly by: string;
}

/** One of the ways that the walk says a trial can go. */
export interface Expected extends Fate {
  /** What becomes of the packet, as `explain` says it. */
  readonly says: string;
}

/** One connection or packet that was really sent, what the walk says of it, and what the kernel showed. */
export interface Trial {
  /** `tcp 3389 "remote desktop"`. */
  readonly what: string;
  /** `office.rsc:12`; empty where no statement asks for it. */
  readonly place: string;
  /** Who sent it: `a host behind ISP1`. */
  readonly from: string;
  /** `tcp 1.0.0.2:40000 → 10.10.10.254:3389, in by ether1`. */
  readonly packet: string;
  /** One way, or several where hash, chance or something open decides. */
  readonly expected: readonly Expected[];
  /** What RouterOS would do, where the program on Linux does something else; empty where they agree. */
  readonly onRouteros: string;
  readonly seen: Fate;
  /** Packets that the rule counted meanwhile; null: no counter of it was found, so nothing shows that it decided. Only where a rule is tried. */
  readonly counted?: number | null;
  /** The ISP that it came in by: who is answered by another one hears nothing. */
  readonly cameBy?: string | undefined;
}

/** What could have been tried and was not. */
export interface LeftOut {
  readonly what: string;
  readonly place: string;
  readonly why: string;
}

/** What an experiment of trials measured. */
export interface Trials {
  readonly trials: readonly Trial[];
  readonly leftOut: readonly LeftOut[];
}

const isSame = (one: Fate, other: Fate): boolean => one.reached === other.reached && one.by === other.by;

/** Does the kernel show one of the ways that the walk says; and the rule that is tried has counted it? */
export const agrees = ({ expected, seen, counted }: Trial): boolean =>
  expected.some(one => isSame(one, seen)) && counted !== 0 && counted !== null;

/** It arrived, and the answer leaves by another ISP than it came in by. */
export const isAstray = ({ seen, cameBy }: Trial): boolean =>
  cameBy !== undefined && seen.reached && seen.by !== '' && seen.by !== cameBy;
