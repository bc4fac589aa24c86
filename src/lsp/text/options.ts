import type { ConfigOptions } from '../../config/index.ts';
import type { Ipv4Interface } from '../../net/index.ts';
import type { Language } from '../../text/index.ts';

/** What a user says to the server beside the texts. */
export interface LspOptions {
  readonly language: Language;
  readonly reading: ConfigOptions;
  /** Addresses of ports that the texts leave out, by interface. */
  readonly addresses: Readonly<Record<string, Ipv4Interface>>;
}
