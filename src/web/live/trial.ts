import type { Status } from '../client/types.ts';

/** A configuration that waits to be confirmed. */
export interface Trial {
  readonly file: string;
  /** Of its texts: what is confirmed or taken back is this one, and no other that came meanwhile. */
  readonly hash: string;
  /** When it is taken back, ms since 1970 by the clock of this browser. */
  readonly until: number;
}

/** `heardAt`: when the status came, by the clock of this browser, which may be another one than the gateway's. */
export function trialOf(
  status: Pick<Status, 'at' | 'trial'> | undefined,
  heardAt: number | undefined,
): Trial | undefined {
  if (!status?.trial || heardAt === undefined) return undefined;
  const { file, hash, until } = status.trial;
  return { file, hash, until: heardAt + Date.parse(until) - Date.parse(status.at) };
}

/** As the API takes it. */
export const ifMatch = (hash: string): { readonly header: { readonly 'If-Match': string } } => ({
  header: { 'If-Match': `"${hash}"` },
});
