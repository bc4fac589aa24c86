import { type Conversation, converseAll } from '../../../prove/index.ts';
import type { Language } from '../../../text/index.ts';
import {
  endingText,
  leavingOf,
  newState,
  type Packet,
  type Prepared,
  packetText,
  type Trace,
  type WalkState,
  walk,
} from '../../../walk/index.ts';
import type { Topology } from '../../topology/topology.ts';
import type { Reading } from './reading.ts';
import type { Expected, Fate, Trial } from './trial.ts';

/** What of a conversation is compared. */
export type Compare = (conversation: Conversation) => Fate;

/** What the walk says of a first packet, in the fields of a trial. */
export function expectedOf(
  { linux, routeros, shown }: Reading,
  packet: Packet,
  compare: Compare,
  language: Language,
): Pick<Trial, 'packet' | 'expected' | 'onRouteros'> {
  const ways = (prepared: Prepared): Expected[] =>
    waysOf(prepared, packet, compare, language).map(one => ({ ...one, says: shown(one.says) }));
  const [expected, text] = [ways(linux), ways(routeros)];
  const isOther = text.some(
    one => !expected.some(({ reached, by }) => reached === one.reached && by === one.by),
  );
  return {
    packet: packetText(packet, language),
    expected,
    onRouteros: isOther ? text.map(({ says }) => says).join(' / ') : '',
  };
}

/** Every way it can go, equal ones once. */
function waysOf(prepared: Prepared, packet: Packet, compare: Compare, language: Language): Expected[] {
  const ways = new Map<string, Expected>();
  for (const { result } of converseAll(prepared, packet).outcomes) {
    const fate = compare(result);
    const key = JSON.stringify(fate);
    if (!ways.has(key)) ways.set(key, { ...fate, says: saysOf(prepared, result, language) });
  }
  return [...ways.values()];
}

function saysOf(prepared: Prepared, { first, answer }: Conversation, language: Language): string {
  const texts = [first, ...(answer ? [answer] : [])].map(trace => endingText(prepared, trace, language));
  return texts.join(' → ');
}

/** The ISP whose line a packet leaves by; empty where it leaves by none. */
export function ispOf({ isps }: Topology, trace: Trace | undefined): string {
  const out = trace && leavingOf(trace)?.out;
  return isps.find(isp => isp.interface === out)?.name ?? '';
}

/** One walk of a packet as nature has it, on a router that has seen nothing, or what `state` remembers. */
export const walked = (prepared: Prepared, packet: Packet, state: WalkState = newState(8)): Trace =>
  walk(prepared, state, packet);
