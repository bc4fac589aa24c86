import type { Said } from '../text/index.ts';

/** The two languages of RouterOS: what differs between 6 and 7 is decided by this. */
export type Dialect = 'v6' | 'v7';

/** Which RouterOS a text is for, and how we know. */
export interface RouterOsVersion {
  readonly dialect: Dialect;
  /** Minor version where known: 18 of 7.18.2. */
  readonly minor?: number | undefined;
  /** As written (`7.18.2`), empty where inferred. */
  readonly text: string;
  /** Sentences that say what made us think so; empty where it is the fallback. */
  readonly evidence: readonly Said[];
}

/** Does nothing in the text show which RouterOS it is for? */
export const isVersionOpen = ({ text, evidence }: RouterOsVersion): boolean =>
  text === '' && evidence.length === 0;
