import type { Status } from '../client/types.ts';

/** A configuration that waits to be confirmed. */
export interface Trial {
  readonly file: string;
  /** When it is taken back, ms since 1970. */
  readonly until: number;
}

/** Of the condition that says so. */
export function trialOf(status: Pick<Status, 'conditions'> | undefined): Trial | undefined {
  const open = status?.conditions.find(({ code }) => code === 'gateway/unconfirmed');
  if (open?.since === undefined) return undefined;
  const { file, seconds } = open.facts;
  return { file: String(file), until: Date.parse(open.since) + Number(seconds) * 1000 };
}
