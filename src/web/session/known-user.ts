import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../client/types.ts';
import { dropDrafts } from './drafts.ts';

/** Who was signed in last in this tab, with what he might. */
let known: string | undefined;

/** Whoever signs in sees nothing that was read or written here by somebody else, who may have been allowed more. */
export function becomes(queries: QueryClient, { user, scope }: Pick<Session, 'user' | 'scope'>): void {
  const now = `${scope} ${user}`;
  if (known !== undefined && known !== now) forgetUser(queries);
  known = now;
}

/** What was read from the gateway goes, and texts that were written; who is signed in is asked anew by itself. */
export function forgetUser(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  dropDrafts();
}
