import type { WebSaying } from '../../server/index.ts';

/** What the process of the pages says while it runs, one line each. */
export function webText(saying: WebSaying): string {
  switch (saying.kind) {
    case 'listens':
      return `The pages are at ${saying.urls.join(' ')}${saying.fingerprint === undefined ? '' : `\nIts certificate is its own (SHA-256 ${saying.fingerprint}): compare that with what the browser shows.`}`;
    case 'cannot-listen':
      return saying.code === 'EADDRINUSE'
        ? `The port is taken at ${saying.address}: end who has it, or take another one with --port.`
        : `It cannot listen at ${saying.address} (${saying.code}); it is tried again.`;
    case 'password':
      return `Log in as admin with the password ${saying.password} (of this run; jalur passwd sets one that stays).`;
    case 'no-password':
      return 'No password is set, so nobody can log in: sudo jalur passwd.';
    case 'refused':
      return saying.what;
    case 'trouble':
      return `${saying.what}\n       ${saying.do}`;
    case 'defect':
      return `a defect: ${saying.error.stack ?? saying.error.message}`;
  }
}
