import type { Origin } from '../../model/index.ts';
import { nowhere } from '../../text/index.ts';
import type { Source } from './network-reply.ts';

/** Where a statement stands; undefined: no text states it. */
export const sourceOf = ({ span }: Origin): Source | undefined =>
  span.file === nowhere.file ? undefined : { file: span.file, line: span.start.line };
