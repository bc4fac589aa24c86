import type { RibOptions } from '../rib/index.ts';
import type { WalkOptions } from '../walk/index.ts';

/** How a router is judged. */
export type ProveOptions = Pick<WalkOptions, 'engine' | 'names' | 'assume' | 'at'> & RibOptions;
