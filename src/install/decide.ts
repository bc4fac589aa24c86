/** A file that shall be there. */
export interface WantedFile {
  readonly path: string;
  readonly text: Uint8Array;
  readonly mode: number;
  /** Texts that nobody has made his own: they may be replaced by the one that is wanted. */
  readonly pristine?: readonly string[] | undefined;
}

/** What becomes of a file; `kept`: it is not what we left there, so it is somebody's work. */
export type Outcome = 'created' | 'replaced' | 'unchanged' | 'kept' | 'removed' | 'gone';

export interface FileOutcome {
  readonly path: string;
  readonly outcome: Outcome;
}

/** The hash of what is in a file; undefined where there is none. */
export type HashOf = (path: string) => string | undefined;

/** Which files we made, by what we left in them. */
export type Manifest = ReadonlyMap<string, string>;

/** What is to be done so that a file is there. What somebody else has written is never replaced. */
export function outcomeOf(
  { path, pristine = [] }: WantedFile,
  wanted: string,
  found: string | undefined,
  manifest: Manifest,
): FileOutcome {
  if (found === undefined) return { path, outcome: 'created' };
  if (found === wanted) return { path, outcome: 'unchanged' };
  const isOurs = found === manifest.get(path) || pristine.includes(found);
  return { path, outcome: isOurs ? 'replaced' : 'kept' };
}

/** What is to be done so that nothing of ours is there any more. */
export const removals = (manifest: Manifest, hashOf: HashOf): readonly FileOutcome[] =>
  [...manifest].map(([path, hash]) => {
    const found = hashOf(path);
    return { path, outcome: found === undefined ? 'gone' : found === hash ? 'removed' : 'kept' };
  });
