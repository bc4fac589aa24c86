import {
  memoryOfShares,
  type SharesMemory,
  type SharesOptions,
  type SharesState,
  sharesFromMemory,
} from '../../../health/index.ts';
import { equal } from '../../../model/index.ts';
import type { RunConfig } from '../event.ts';

type Asked = Pick<RunConfig, 'balance' | 'spill'>;

/** Does what lines deliver decide about shares? */
export const followsLines = ({ balance, spill }: Asked): boolean =>
  balance === 'adaptive' || (balance === 'buckets' && spill === true);

export const optionsOf = ({ balance, spill }: Asked): SharesOptions => ({
  isAdaptive: balance === 'adaptive',
  spills: spill === true,
});

/** What shares follow, and the weights that came of it, by connection mark. */
interface Followed {
  readonly sharing?: SharesState | undefined;
  readonly weights?: Readonly<Record<string, number>> | undefined;
}

/** What is kept of it over a restart. */
export interface KeptShares extends SharesMemory {
  readonly weights?: Followed['weights'];
}

export const keptShares = ({ sharing, weights }: Followed): KeptShares | undefined =>
  sharing && { ...memoryOfShares(sharing), ...(weights && { weights }) };

/** What a gateway starts with where its shares are to follow the lines in the same way. */
export const rememberedShares = (config: Asked, kept: KeptShares | undefined): Followed =>
  kept && followsLines(config) && equal(kept.options, optionsOf(config))
    ? { sharing: sharesFromMemory(kept), weights: kept.weights }
    : {};
