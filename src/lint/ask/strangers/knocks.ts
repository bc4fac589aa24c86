import { ipv4ToNumber } from '../../../net/index.ts';
import { makePacket, newState, type PacketParts, type Trace, walk } from '../../../walk/index.ts';
import type { Subject } from '../../subject.ts';

/** An address of nobody (RFC 5737). */
export const stranger = ipv4ToNumber('203.0.113.77');

/** What becomes of a packet on a router that has seen nothing before. */
export const sent = ({ well }: Pick<Subject, 'well'>, parts: PacketParts): Trace =>
  walk(well, newState(8), makePacket(parts));

/** A host of a LAN, which is not the router: its last address but the broadcast. */
export function hostOf({ well: { world } }: Pick<Subject, 'well'>, lan: string): number | undefined {
  const own = world.interfaces[lan]?.addresses.find(({ length }) => length > 0 && length < 31);
  if (!own) return undefined;
  const size = 2 ** (32 - own.length);
  const router = ipv4ToNumber(own.address);
  const last = router - (router % size) + size - 2;
  return last === router ? last - 1 : last;
}

/** The first address of a port. */
export const addressOf = ({ well: { world } }: Pick<Subject, 'well'>, name: string) =>
  world.interfaces[name]?.addresses[0]?.address;
