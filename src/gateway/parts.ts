import type { ConfigOptions } from '../config/index.ts';
import type { PastReader } from './answers/past-reader.ts';
import type { ControlServer } from './control/index.ts';
import type { EventHub } from './event-hub.ts';
import type { Born } from './identity.ts';
import type { Kept } from './kept.ts';
import type { GatewayPort, Loop } from './loop/index.ts';
import type { GatewayOptions, HealthOptions } from './options.ts';

/** What a running gateway is made of. */
export interface Parts {
  readonly loop: Loop;
  readonly port: GatewayPort;
  readonly hub: EventHub;
  readonly control: ControlServer;
  readonly kept: Kept;
  /** What the user says beside every text. */
  readonly reading: ConfigOptions & HealthOptions & Pick<GatewayOptions, 'skipUnsupported' | 'onPhase'>;
  /** What is kept of its past, if anything is. */
  readonly past: PastReader | undefined;
  readonly leave: boolean;
  /** A journal is kept, and the texts that were in force. */
  readonly keepsPast: boolean;
  readonly born: Born;
}
