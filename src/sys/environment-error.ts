import type { Said } from '../text/index.ts';

/** What kind of trouble the machine gave; stable, for callers that react to it. */
export type EnvironmentErrorCode =
  | 'MISSING_TOOL'
  | 'MISSING_ROOT'
  | 'MISSING_FEATURE'
  | 'MISSING_NAMESPACE'
  | 'COMMAND_FAILED'
  | 'COMMAND_TIMEOUT'
  | 'KERNEL_REFUSED'
  | 'ALREADY_RUNNING'
  | 'CONFLICTING_OPTIONS';

/** Words of the system and of other programs are the same in every language. */
const inEach = (words: string | Said): Said => (typeof words === 'string' ? { en: words, id: words } : words);

/** The machine, not the user's text, is in the way. `message` says what, `next` says what to do about it. */
export class EnvironmentError extends Error {
  readonly code: EnvironmentErrorCode;
  readonly next: string;
  /** Both in every language. */
  readonly said: { readonly what: Said; readonly do: Said };
  /** Linux errno where the kernel gave one, e.g. 1 for EPERM. */
  readonly errno: number | undefined;

  constructor(
    code: EnvironmentErrorCode,
    message: string | Said,
    next: string | Said,
    extra: { readonly errno?: number | undefined; readonly cause?: unknown } = {},
  ) {
    const said = { what: inEach(message), do: inEach(next) };
    super(said.what.en, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.name = 'EnvironmentError';
    this.code = code;
    this.next = said.do.en;
    this.said = said;
    this.errno = extra.errno;
  }
}

/**
 * What an error says about the environment, and what helps: of an EnvironmentError, or of a system call that Node made
 * (`ENOSPC`, `EACCES` …). Undefined for every other error: that is a defect of ours, which nobody may swallow.
 */
export function environmentTrouble(
  error: unknown,
): { readonly what: string; readonly do: string } | undefined {
  if (error instanceof EnvironmentError) return { what: error.message, do: error.next };
  if (!isSystemError(error)) return undefined;
  return { what: error.message, do: 'See that the disk has room and that we may write there.' };
}

/** Does what the machine may refuse, and what is not worth more than that; any other error is a defect. */
export function unlessRefused(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!environmentTrouble(error)) throw error;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'errno' in error;
}
