import type { MatcherValues } from '../../model/index.ts';
import type { MatcherSyntax } from './syntax.ts';
import { ttl } from './ttl.ts';

/** `hop-limit=equal:1`. */
export const hopLimit: MatcherSyntax<MatcherValues['hop-limit']> = ttl;
