import { ipv6Headers, type MatcherValues } from '../../model/index.ts';
import { listOf, oneOf } from '../types/index.ts';
import type { MatcherSyntax } from './syntax.ts';

const kinds = listOf(oneOf(...ipv6Headers));

/** `headers=hop,dst:exact`. */
export const headers: MatcherSyntax<MatcherValues['headers']> = {
  name: '[!]headers[:exact|contains]',
  example: 'frag:contains',
  choices: ipv6Headers,
  read: text => {
    const [list = '', word, ...rest] = text.split(':');
    const mode = (['exact', 'contains'] as const).find(known => known === word);
    const found = list === '' ? undefined : kinds.read(list);
    if (!found || rest.length > 0 || mode !== word) return undefined;
    return mode === undefined ? { headers: found } : { headers: found, mode };
  },
  write: ({ headers: list, mode }) => `${kinds.write(list)}${mode === undefined ? '' : `:${mode}`}`,
};
