import type { OutlineStatement } from '../../rsc/index.ts';
import type { Stated } from './wording.ts';

/** A line of OSPF that is understood. */
export interface OspfLine {
  readonly one: OutlineStatement;
  readonly stated: Stated;
}
