import { tcpFlags as names } from '../../model/index.ts';
import { flags } from './syntax.ts';

/** `tcp-flags=syn,!ack`. */
export const tcpFlags = flags('flags', 'syn,!ack', names);
