/** Why a file cannot be read or written, in words: without the code and the system call of Node's message. */
export function fileTrouble(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EISDIR') return 'it is a folder';
  return error.message.replace(/^E[A-Z0-9]+: |, (?:open|read|write|stat|scandir)(?: '.*')?$/gs, '');
}
