import type { Said } from '../../text/index.ts';

/** Who hears what is wrong with a question, and lines that say what could have been meant. */
export type Complain = (what: Said, ...more: readonly Said[]) => void;
