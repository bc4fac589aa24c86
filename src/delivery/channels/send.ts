import type { Channel, Written } from '../../notify/index.ts';
import type { Secrets } from '../secrets.ts';
import type { Outcome } from './sent-by.ts';

/** Sends one message by one kind of channel. Rejects with a sentence where it did not get that far. */
export type Send<K extends Channel['kind']> = (
  channel: Extract<Channel, { readonly kind: K }>,
  written: Written,
  tools: { readonly secrets: Secrets },
) => Promise<Outcome>;
