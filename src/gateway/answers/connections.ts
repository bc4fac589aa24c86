import type { TrackedFilter, TrackedPage, TrackedQuery } from '../../kernel/index.ts';
import { parseAddress, parsePrefix, protocolNumber, splitPrefix } from '../../net/index.ts';
import type { ControlRequest } from '../control/protocol.ts';
import type { GatewayState } from '../core/index.ts';
import { type ConnectionsReply, trackedBasis } from '../replies/index.ts';
import { badQuery, lineNamed } from './refusals.ts';

type ConnectionsRequest = Extract<ControlRequest, { readonly type: 'connections' }>;

/** A page that follows may be of a reading of that age; a first one may not. */
const pageFreshMs = 10_000;
const firstFreshMs = 900;

/** What a client asks, as the reader of connections is asked. Throws ControlRefused. */
export function trackedQuery(state: GatewayState, request: ConnectionsRequest): TrackedQuery {
  const { filter = {}, sort, limit, cursor } = request;
  return {
    ...{ filter: trackedFilter(state, filter), sort, limit, offset: offsetOf(cursor) },
    freshMs: cursor === undefined ? firstFreshMs : pageFreshMs,
    ...trackedBasis(state),
  };
}

function trackedFilter(
  state: GatewayState,
  { wan, client, port, protocol, text }: NonNullable<ConnectionsRequest['filter']>,
): TrackedFilter {
  return {
    wan: wan === undefined ? undefined : wan === 'none' ? null : lineNamed(state, wan),
    client: client === undefined ? undefined : networkNamed(client),
    protocol: protocol === undefined ? undefined : protocolNamed(protocol),
    ...{ port, text },
  };
}

function networkNamed(text: string): NonNullable<TrackedFilter['client']> {
  const address = parseAddress(text);
  if (address !== undefined) return { address };
  const prefix = parsePrefix(text);
  if (prefix === undefined)
    throw badQuery(`${text} is no address and no network.`, 'Write 192.168.88.10 or 192.168.88.0/24.');
  const { address: first, length } = splitPrefix(prefix);
  return { address: first, length };
}

function protocolNamed(text: string): number {
  const number = protocolNumber(text.toLowerCase());
  if (number === undefined) throw badQuery(`${text} is no protocol.`, 'Write tcp, udp, icmp, or a number.');
  return number;
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor))
    throw badQuery(`${cursor} is no cursor.`, 'Send the next of the page before.');
  return Number(cursor);
}

/** `accounting`: does the kernel count now? */
export function connectionsReply(
  { offset }: Pick<TrackedQuery, 'offset'>,
  { atMs, ...page }: TrackedPage,
  accounting: boolean,
): ConnectionsReply {
  const end = offset + page.items.length;
  return {
    ...{ at: new Date(atMs).toISOString(), ...page, accounting },
    next: page.items.length > 0 && end < page.total ? `${end}` : undefined,
  };
}
