import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/index.ts';
import { answerOf } from '../../client/ask.ts';

export interface Asked {
  readonly wan: string;
  readonly client: string;
  readonly port: string;
  readonly protocol: string;
  readonly q: string;
  readonly sort: 'rate' | 'bytes' | 'timeout' | 'order';
}

export const allConnections: Asked = { wan: '', client: '', port: '', protocol: '', q: '', sort: 'order' };

/** So many of a page, and so many pages that are read again by themselves: each costs the kernel a walk through all. */
const pageSize = 500;
const livePages = 2;
const everyMs = 2000;
/** So many take the gateway a third of a second of a processor each time. */
const many = { from: 20_000, everyMs: 5000 };

/** Connections page by page, as far as somebody scrolled. */
export function useConnections(asked: Asked) {
  const { wan, client, port, protocol, q, sort } = asked;
  const portNumber = /^\d{1,5}$/.test(port) ? Number(port) : undefined;
  const filter = {
    ...(wan && { wan }),
    ...(client && { client }),
    ...(portNumber !== undefined && { port: portNumber }),
    ...(protocol && { protocol }),
    ...(q && { q }),
  };
  return useInfiniteQuery({
    queryKey: ['connections', asked],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/connections', {
          params: { query: { ...filter, sort, limit: pageSize, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: page => page.next,
    placeholderData: before => before,
    refetchInterval: ({ state: { data } }) => {
      if ((data?.pages.length ?? 1) > livePages) return false;
      return (data?.pages[0]?.tracked ?? 0) < many.from ? everyMs : many.everyMs;
    },
  });
}

export type ReadConnections = ReturnType<typeof useConnections>;

/** Whether what is shown is read again by itself. */
export const isRefreshed = (pages: number): boolean => pages <= livePages;
