import { QueryClient, type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../api/index.ts';
import { answerOf, Refusal } from './ask.ts';
import type { Session } from './types.ts';

/** A refusal stays one; what could not be asked is tried again by whoever follows the stream. */
export const newQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: { queries: { retry: false, refetchOnWindowFocus: true, staleTime: 1000 } },
  });

/** What the API answers, read again each `everyMs` while it is shown; that may depend on what was answered. */
export function useRead<T>(
  key: QueryKey,
  question: () => Parameters<typeof answerOf<T>>[0],
  everyMs?: number | ((data: T | undefined) => number),
) {
  const query = useQuery<T>({
    queryKey: key,
    queryFn: () => answerOf(question()),
    refetchInterval: typeof everyMs === 'function' ? ({ state }) => everyMs(state.data) : (everyMs ?? false),
  });
  // What failed is said until it is answered: while it is asked again there is neither an answer nor an error.
  const failed = useRef<Error>(null);
  if (query.error || query.data !== undefined) failed.current = query.error;
  const { data, refetch, isPending } = query;
  return { data, refetch, error: failed.current, isPending: isPending && !failed.current };
}

/** Who is signed in; null: nobody. */
export function useSession() {
  return useQuery<Session | null>({
    queryKey: ['session'],
    queryFn: () =>
      answerOf(api.GET('/session')).catch((error: unknown) => {
        if (error instanceof Refusal && error.status === 401) return null;
        throw error;
      }),
    staleTime: 60_000,
  });
}

/** A change: asks, and reads everything shown anew. */
export function useChange<Input, Output>(change: (input: Input) => Parameters<typeof answerOf<Output>>[0]) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => answerOf(change(input)),
    onSuccess: () => queries.invalidateQueries(),
  });
}

const ranks = ['read', 'operate', 'admin'] as const;

/** Whether who is signed in may do what needs this scope. */
export function useMay(scope: Session['scope']): boolean {
  const { data } = useSession();
  return data !== undefined && data !== null && ranks.indexOf(data.scope) >= ranks.indexOf(scope);
}
