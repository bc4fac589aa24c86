import type { Ipv4 } from '../../../net/index.ts';
import type { FaultKind } from '../../faults/fault.ts';
import type { Sample } from '../../traffic/index.ts';

/** Names while something is wrong with one ISP. Times are monotonic ms. */
export interface NameRun {
  readonly wan: string;
  readonly fault: FaultKind;
  /** Whom the client asks; undefined: it was given nobody. */
  readonly resolver: Ipv4 | undefined;
  /** By the walk: are questions answered once that has happened? Both, where one resolver of several is lost. */
  readonly expected: readonly boolean[];
  /** What becomes of the questions, as `explain` says it. */
  readonly says: string;
  readonly startMs: number;
  readonly faultMs: number;
  readonly endMs: number;
  /** One question every 10 ms, each for a name of its own and from a port of its own. */
  readonly questions: readonly Sample[];
}
