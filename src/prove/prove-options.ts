import type { RibOptions } from '../rib/index.ts';
import type { OnWalked, WalkOptions } from '../walk/index.ts';

/** How a router is judged. */
export type ProveOptions = Pick<WalkOptions, 'engine' | 'names' | 'assume' | 'at'> &
  RibOptions & {
    /** How many kinds of packets are walked at most in each state; 200 000 where not given. */
    readonly mostKinds?: number;
    /** Only the state in which all is well, for those who ask what the text itself says. */
    readonly wellOnly?: boolean;
    readonly onWalked?: OnWalked | undefined;
  };
