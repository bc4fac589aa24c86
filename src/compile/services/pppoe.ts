import type { PppoeService } from '../../linux/index.ts';
import type { Interface } from '../../model/index.ts';
import { parseDuration } from '../../net/index.ts';
import type { LinuxContext } from '../context.ts';
import { isHostName } from '../host/host-file.ts';
import { isPresent } from '../presence.ts';

/** Lines that pppd dials for the gateway: those whose password is known. All others are dialled by somebody else. */
export const compilePppoe = (context: LinuxContext): PppoeService[] =>
  context.router.interfaces
    .filter(item => isDialledHere(context, item) && isPresent(context, item.parent ?? ''))
    .map(pppoeOf);

export const isDialledHere = ({ options: { dials = [] } }: LinuxContext, item: Interface): boolean =>
  isPppoeLine(item) && dials.includes(item.name);

/** Can pppd make it, and on a port that can be named? */
export const isPppoeLine = ({ kind, disabled, name, parent }: Interface): boolean =>
  kind === 'pppoe-client' && !disabled && isHostName(name) && parent !== undefined && isHostName(parent);

/** What RFC 2516 leaves of an Ethernet packet. */
const usualMtu = 1492;

/** As pppd dials the line. */
export function pppoeOf({ name, parent = '', properties, mtu, usePeerDns, origin }: Interface): PppoeService {
  const { user = '', 'service-name': service, 'ac-name': concentrator, allow, 'max-mru': mru } = properties;
  return {
    interface: name,
    over: parent,
    user,
    ...(service && { service }),
    ...(concentrator && { concentrator }),
    refused: allow === undefined ? [] : refusedOf(allow.split(',')),
    mtu: mtu ?? usualMtu,
    mru: /^\d+$/.test(mru ?? '') ? Number(mru) : (mtu ?? usualMtu),
    echoSeconds: echoSecondsOf(properties['keepalive-timeout']),
    asksForDns: usePeerDns === true,
    origin,
  };
}

/** RouterOS's names of the ways to prove who one is, and pppd's. */
const ways = { pap: 'pap', chap: 'chap', mschap1: 'mschap', mschap2: 'mschap-v2' } as const;

const refusedOf = (allowed: readonly string[]): readonly string[] =>
  Object.entries(ways).flatMap(([name, own]) => (allowed.includes(name) ? [] : [own]));

/** Three questions within the time that a text states; ten seconds between them where it states none. */
function echoSecondsOf(keepalive: string | undefined): number {
  if (keepalive === undefined) return 10;
  const ms = /^\d+$/.test(keepalive) ? Number(keepalive) * 1000 : (parseDuration(keepalive) ?? 0);
  return Math.ceil(ms / 3000);
}
