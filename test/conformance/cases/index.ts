/** All hand-written cases, by subject. */
import type { Case } from '../notation.ts';
import { chainCases } from './chains.ts';
import { countingCases } from './counting.ts';
import { faultCases } from './faults.ts';
import { foundCases } from './found.ts';
import { keptCases } from './kept.ts';
import { localCases } from './local.ts';
import { markCases } from './marks.ts';
import { matcherCases } from './matchers.ts';
import { natCases } from './nat.ts';
import { pccCases } from './pcc.ts';
import { routingCases } from './routing.ts';
import { trackingCases } from './tracking.ts';

export const cases: readonly Case[] = [
  ...routingCases,
  ...localCases,
  ...trackingCases,
  ...natCases,
  ...markCases,
  ...keptCases,
  ...pccCases,
  ...chainCases,
  ...matcherCases,
  ...countingCases,
  ...faultCases,
  ...foundCases,
];
