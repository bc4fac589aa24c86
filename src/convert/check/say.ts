import { endingText, packetText } from '../../walk/index.ts';
import type { Difference, Side } from './check.ts';
import { linesOf } from './lines.ts';

const directions: Readonly<Record<Difference['direction'], string>> = {
  'lan-to-internet': 'From the LAN to the Internet',
  'lan-to-lan': 'From a LAN to another',
  'lan-to-router': 'From the LAN to the router',
  'lan-to-forward': 'From the LAN to a port forward',
  'router-to-servers': 'From the router itself to servers',
  'router-to-lan': 'From the router itself to a LAN',
  'wan-to-server': 'From the Internet to a server of the router',
  'wan-to-router': 'From the Internet to the router',
  'wan-to-elsewhere': 'From the Internet through the router',
  sample: 'Of the sample of connections',
};

const faults = {
  unplugged: 'unplugged',
  gateway: 'with a silent gateway',
  upstream: 'dead behind the gateway',
} as const;

/** One sentence: which packets, what happens to them before and after, and by which lines. */
export function differenceText(one: Difference): string {
  const { fault, direction, packets, packet } = one;
  const when = fault ? `, ${fault.interface} ${faults[fault.kind]}` : '';
  const many = packets === 1 ? 'one class of packets' : `${packets} classes of packets`;
  return `${directions[direction]}${when}: ${many}, such as ${packetText(packet, 'en')}, before: ${sideText(one.before)}; after: ${sideText(one.after)}.`;
}

function sideText({ prepared, trace }: Side): string {
  const lines = linesOf(trace);
  const place = lines.length === 0 ? '' : ` (line ${lines.join(', ')})`;
  return `${endingText(prepared, trace, 'en')}${place}`;
}
