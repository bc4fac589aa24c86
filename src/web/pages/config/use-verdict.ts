import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, type Schemas } from '../../api/index.ts';
import { answerOf } from '../../client/ask.ts';
import type { Language } from '../../words/said.ts';

/** How long texts must be left alone before they are checked, in ms. */
const rest = 600;

/** Would the gateway take these texts? Asked when nobody has written for a while. */
export function useVerdict(files: readonly Schemas['TextFile'][], lang: Language, enabled: boolean) {
  const [settled, setSettled] = useState(files);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(files), rest);
    return () => clearTimeout(timer);
  }, [files]);
  return useQuery({
    queryKey: ['validate', settled, lang],
    queryFn: () => answerOf(api.POST('/config/validate', { body: { files: [...settled], lang } })),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    staleTime: 60_000,
    gcTime: 0,
    enabled,
  });
}
