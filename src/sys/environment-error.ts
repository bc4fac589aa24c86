/** What kind of trouble the machine gave; stable, for callers that react to it. */
export type EnvironmentErrorCode =
  | 'MISSING_TOOL'
  | 'MISSING_ROOT'
  | 'MISSING_FEATURE'
  | 'MISSING_NAMESPACE'
  | 'COMMAND_FAILED'
  | 'COMMAND_TIMEOUT'
  | 'KERNEL_REFUSED';

/** The machine, not the user's text, is in the way. `message` says what, `next` says what to do about it. */
export class EnvironmentError extends Error {
  readonly code: EnvironmentErrorCode;
  readonly next: string;
  /** Linux errno where the kernel gave one, e.g. 1 for EPERM. */
  readonly errno: number | undefined;

  constructor(
    code: EnvironmentErrorCode,
    message: string,
    next: string,
    extra: { readonly errno?: number | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, extra.cause === undefined ? undefined : { cause: extra.cause });
    this.name = 'EnvironmentError';
    this.code = code;
    this.next = next;
    this.errno = extra.errno;
  }
}
