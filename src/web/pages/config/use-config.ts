import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/index.ts';
import { Refusal } from '../../client/ask.ts';

/** The texts in force, and the tag by which a change says what it was made from. */
export interface InForce {
  readonly config: Schemas['Config'];
  readonly tag: string;
}

/** Reads the configuration in force. */
export const useConfig = () =>
  useQuery<InForce>({
    queryKey: ['config'],
    queryFn: async () => {
      const { data, error, response } = await api.GET('/config');
      if (!data) throw new Refusal(response.status, error ?? {});
      return { config: data, tag: response.headers.get('etag') ?? `"${data.hash}"` };
    },
    staleTime: 10_000,
  });

/** Quotes statements by their places from the texts in force. */
export function quoteFromFiles(
  files: Schemas['Config']['files'],
  quoteFrom: (text: string) => (place: string) => string | undefined,
): (place: string) => string | undefined {
  const quotes = files.map(({ file, text }) => ({ file, quote: quoteFrom(text) }));
  return place => {
    const file = place.replace(/:\d+$/, '');
    return quotes.find(one => one.file === file || file.endsWith(`/${one.file}`))?.quote(place);
  };
}
