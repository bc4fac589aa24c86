import { useMemo } from 'react';
import { matchRoute, useLocation, useRouter } from 'wouter';
import { useSession } from '../client/queries.ts';
import { type Place, places } from './places.ts';

/** The pages that there are here: the lab only where one is served. */
export function usePlaces(): readonly Place[] {
  const { data } = useSession();
  const lab = data?.lab === true;
  return useMemo(() => places.filter(({ id }) => id !== 'lab' || lab), [lab]);
}

/** The page of the address. */
export function useWhere(): Place | undefined {
  const [location] = useLocation();
  const { parser } = useRouter();
  return places.find(
    ({ path, below }) =>
      matchRoute(parser, path, location)[0] ||
      (below !== undefined && matchRoute(parser, below, location)[0]),
  );
}
