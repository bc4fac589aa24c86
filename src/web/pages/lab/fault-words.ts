import type { LabFault } from '../../client/types.ts';
import type { labWords } from '../../words/lab.ts';

type Key = keyof typeof labWords;

/** How it is said that a fault is in effect. */
export const inEffect = {
  unplug: 'isUnplug',
  blackhole: 'isBlackhole',
  'gateway-dead': 'isGatewayDead',
  lossy: 'isLossy',
  slow: 'isSlow',
  flap: 'isFlap',
  'gateway-change': 'isGatewayChange',
} as const satisfies Readonly<Record<LabFault['fault'], Key>>;
