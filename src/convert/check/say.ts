import { directionText } from '../../prove/index.ts';
import { counted } from '../../text/index.ts';
import { endingText, packetText } from '../../walk/index.ts';
import type { Difference, Side } from './check.ts';
import { linesOf } from './lines.ts';

function directionOf(direction: Difference['direction']): string {
  if (direction === 'sample') return 'of the sample of connections';
  return direction === 'lan-to-remote'
    ? 'from the LAN to networks of other sites'
    : directionText(direction, 'en');
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const faults = {
  unplugged: 'unplugged',
  gateway: 'with a silent gateway',
  upstream: 'dead behind the gateway',
} as const;

/** One sentence: which packets, what happens to them before and after, and by which lines. */
export function differenceText(one: Difference): string {
  const { fault, direction, packets, packet, otherStates } = one;
  const when = fault ? `, ${fault.interface} ${faults[fault.kind]}` : '';
  const many = packets === 1 ? 'one class of packets' : `${packets} classes of packets`;
  const also = otherStates === 0 ? '' : ` Alike in ${counted(otherStates, 'other state')} of the uplinks.`;
  return `${capitalised(directionOf(direction))}${when}: ${many}, such as ${packetText(packet, 'en')}, before: ${sideText(one.before)}; after: ${sideText(one.after)}.${also}`;
}

function sideText({ prepared, trace, share }: Side): string {
  const lines = linesOf(trace);
  const place = lines.length === 0 ? '' : ` (line ${lines.join(', ')})`;
  const odds = share < 0.9995 ? ` in ${(share * 100).toFixed(1)} % of cases` : '';
  return `${endingText(prepared, trace, 'en')}${odds}${place}`;
}
